package import Federation

/// The canonical contracts as mappings, so that one decoder reads them and every layout of a region alike.
package enum Contract: String, Sendable, CaseIterable {
    case priceSubmission = "price-submission-1"
    case planReport = "plan-report-1"

    /// The contract of a kind of feed.
    package init(_ feed: FeedKind) { self = feed == .plan ? .planReport : .priceSubmission }

    /// The namespace of the contract's XML form.
    package var namespace: String {
        switch self {
        case .priceSubmission: "urn:samverkan:price-submission:1"
        case .planReport: "urn:samverkan:plan-report:1"
        }
    }

    /// The mapping of the contract's XML form.
    package var xmlMapping: Mapping {
        switch self {
        case .priceSubmission:
            mapping("/priceSubmission", attributes: true, Contract.priceHeader) { "/priceSubmission/" + $0.rawValue }
        case .planReport:
            mapping("/planReport", attributes: true, Contract.planHeader) { "/planReport/round/" + $0.rawValue }
        }
    }

    /// The mapping of the contract's JSON form.
    package var jsonMapping: Mapping {
        switch self {
        case .priceSubmission:
            mapping("", attributes: false, Contract.priceHeader) { "/\(Contract.array(of: $0))/[]" }
        case .planReport:
            mapping("", attributes: false, Contract.planHeader) { "/rounds/[]/\(Contract.array(of: $0))/[]" }
        }
    }

    /// The fields of a kind of record, in the contract's order; the required ones apart.
    package static func fields(of kind: RecordKind) -> (required: [FieldName], optional: [FieldName]) {
        switch kind {
        case .careService:
            (
                [.provider, .unit, .code, .text, .measure, .typeOfCare, .careLevel],
                [.medicalFieldCode, .productCategory, .amount, .asLastYear, .reason]
            )
        case .drgTariff: ([.provider, .typesOfCare], [])
        case .drgException: ([.provider, .unit, .reason], [.typesOfCare])
        case .drgFixedPrice: ([.provider, .drg, .typeOfCare, .amount, .reason], [])
        case .surcharge: ([.provider, .code, .text, .measure, .amount], [.unit, .reason])
        case .notApplicable: ([.what, .provider, .reason], [.unit, .code, .typeOfCare, .careLevel])
        case .goalReport: ([.round, .goal, .status], [.shareDone, .evidence, .comment])
        case .effectMeasure: ([.round, .goal, .name, .value], [.unit, .target])
        case .activity: ([.round, .goal, .title, .status], [.due])
        case .stopped: ([.round, .goal, .text], [])
        }
    }

    /// The fields that a header must have.
    package static func requiredHeader(of feed: FeedKind) -> [FieldName] {
        switch feed {
        case .priceList: [.region, .organisationNumber, .year, .created, .currency]
        case .plan: [.region, .organisationNumber, .plan, .created]
        }
    }

    /// All fields that a header can have, in the contract's order.
    package static func header(of feed: FeedKind) -> [FieldName] {
        switch feed {
        case .priceList: priceHeader
        case .plan: planHeader
        }
    }

    private static let priceHeader: [FieldName] = [
        .region, .organisationNumber, .year, .created, .currency, .contact, .testData,
    ]
    private static let planHeader: [FieldName] = [.region, .organisationNumber, .plan, .created, .contact]

    private static func array(of kind: RecordKind) -> String {
        switch kind {
        case .notApplicable: "notApplicable"
        case .goalReport: "goals"
        case .effectMeasure: "measures"
        case .activity: "activities"
        case .stopped: "stopped"
        default: kind.rawValue + "s"
        }
    }

    /// The kind of feed that the contract is for.
    package var feed: FeedKind { self == .planReport ? .plan : .priceList }

    private func mapping(
        _ root: String, attributes: Bool, _ header: [FieldName], at place: (RecordKind) -> String
    ) -> Mapping {
        let headerRules = header.compactMap { field in
            MappingPath(absolute: root + (attributes ? "/@" : "/") + field.rawValue).map {
                FieldRule(field: field, source: .path($0))
            }
        }
        let records = RecordKind.allCases.filter { $0.feed == feed }.compactMap { kind -> RecordRule? in
            guard let at = MappingPath(absolute: place(kind)) else { return nil }
            let names = Contract.fields(of: kind)
            let fields = (names.required + names.optional).compactMap { field in
                path(of: field, attributes: attributes).map { FieldRule(field: field, source: .path($0)) }
            }
            return RecordRule(kind: kind, at: at, fields: fields)
        }
        return Mapping(header: headerRules, records: records, ignored: [])
    }

    private func path(of field: FieldName, attributes: Bool) -> MappingPath? {
        switch field {
        case .round: MappingPath(relative: attributes ? "../@id" : "../../id")
        case .typesOfCare where !attributes: MappingPath(relative: "typesOfCare/[]")
        default: MappingPath(relative: field.rawValue)
        }
    }
}
