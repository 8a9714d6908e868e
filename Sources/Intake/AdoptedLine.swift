import Federation
import Pricing
import Reading
import Registry

/// One line of an earlier adopted list, as it stands in the file.
struct AdoptedLine {
    /// The two kinds of lines, each named as its array is; in the order of the mapping's rules.
    enum Form: String, CaseIterable {
        case careServices, surcharges

        private static let ofBoth: [FieldName] = [.region, .provider, .unit, .code, .text, .measure, .amount]
        private static let ofCareServices = ofBoth + [.typeOfCare, .careLevel]

        /// The fields that are read, in the order of the records' values.
        fileprivate var fields: [FieldName] { self == .careServices ? Self.ofCareServices : Self.ofBoth }

        /// The field that may be absent: a surcharge may hold for a whole hospital, and files of before had no measure.
        fileprivate var optional: FieldName { self == .careServices ? .measure : .unit }

        /// Where the lines stand, and what is read of each.
        var rule: RecordRule {
            RecordRule(
                kind: self == .careServices ? .careService : .surcharge,
                at: MappingPath(steps: [.child(rawValue), .items]),
                fields: fields.map {
                    FieldRule(field: $0, source: .path(MappingPath(steps: [.child($0.rawValue)])))
                })
        }

        /// What the contract has and nothing here asks for.
        var ignored: [MappingPath] {
            let names = self == .careServices ? ["productCategory", "medicalFieldCode"] : []
            return names.map { MappingPath(steps: [.child(rawValue), .items, .child($0)]) }
        }
    }

    /// What keeps a line from being used.
    struct Slip: Error {
        let code: String
        let field: FieldName
        var sample: String?
        var arguments: [String: String] = [:]
    }

    let form: Form
    let start: Spot
    private let fields: [FieldName]
    private let raw: RawRecord

    init(_ raw: RawRecord) {
        form = Form.allCases[raw.rule]
        start = raw.start
        fields = form.fields
        self.raw = raw
    }

    /// The text of a field; empty where it is absent.
    subscript(field: FieldName) -> String { given(field) ?? "" }

    /// Throws at the first field that must be there and is not.
    func requireFilled() throws(Slip) {
        for field in fields where field != form.optional && self[field].isEmpty {
            throw Slip(code: "missing-field", field: field)
        }
    }

    /// The line as a care service of these regions.
    func careService(_ regions: [RegionSlug: Region]) throws(Slip) -> PreviousCareService {
        let region = try region(regions)
        let key = CareServiceKey(
            region: region.slug, provider: self[.provider], unit: try unit(of: region) ?? "", code: self[.code],
            typeOfCare: try coded(.typeOfCare), careLevel: try coded(.careLevel))
        return PreviousCareService(
            key: key, text: self[.text], amount: try amount(),
            measure: try given(.measure) == nil ? nil : measure(),
            origin: RecordOrigin(start: start, end: raw.end, part: 0))
    }

    /// The line as a surcharge of these regions.
    func surcharge(_ regions: [RegionSlug: Region]) throws(Slip) -> PreviousSurcharge {
        let region = try region(regions)
        return PreviousSurcharge(
            region: region.slug, provider: self[.provider], unit: try unit(of: region), code: self[.code],
            text: self[.text], measure: try measure(), amount: try amount())
    }

    private func given(_ field: FieldName) -> String? { fields.firstIndex(of: field).flatMap { raw.values[$0]?.text } }

    private func region(_ regions: [RegionSlug: Region]) throws(Slip) -> Region {
        guard let region = RegionSlug(self[.region]).flatMap({ regions[$0] }) else {
            throw unknown("unknown-region", .region, ["expected": Self.list(regions.keys.sorted().map(\.text))])
        }
        return region
    }

    /// The unit's id; nil for a whole hospital. Throws where the hospital or the unit is unknown.
    private func unit(of region: Region) throws(Slip) -> String? {
        guard let hospital = region.hospital(self[.provider]) else {
            throw unknown("unknown-provider", .provider, ["known": Self.list(region.hospitals.map(\.id))])
        }
        guard let unit = given(.unit) else { return nil }
        guard hospital.units.contains(where: { $0.id == unit }) else {
            throw unknown("unknown-unit", .unit, ["hospital": hospital.name])
        }
        return unit
    }

    private func coded<Code: RawRepresentable<String> & CaseIterable>(_ field: FieldName) throws(Slip) -> Code {
        guard let code = Code(rawValue: self[field]) else {
            throw unknown("unknown-code-value", field, ["known": Self.list(Code.allCases.map(\.rawValue))])
        }
        return code
    }

    private func measure() throws(Slip) -> Measure {
        guard let measure = Measure(rawValue: self[.measure]) else {
            throw unknown("unknown-measure", .measure, ["known": Self.list(Measure.allCases.map(\.rawValue))])
        }
        return measure
    }

    private func amount() throws(Slip) -> Amount {
        guard let amount = Amount(wire: self[.amount]), amount.ore > 0 else {
            throw unknown("amount-not-a-number", .amount, ["notation": Notation.twoDecimals.rawValue])
        }
        return amount
    }

    private func unknown(_ code: String, _ field: FieldName, _ arguments: [String: String]) -> Slip {
        Slip(code: code, field: field, sample: self[field], arguments: arguments)
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
