package import Federation
import GRDB
package import Pricing

/// One price record as a row: every field that any kind has; those of other kinds stay nil.
struct PriceRow {
    let kind: String
    let provider: String
    let origin: RecordOrigin
    var unit: String?
    var medicalFieldCode: String?
    var code: String?
    var text: String?
    var measure: Measure?
    var typeOfCare: TypeOfCare?
    var typesOfCare: TypesOfCare?
    var careLevel: CareLevel?
    var productCategory: ProductCategory?
    var amount: Amount?
    var asLastYear = false
    var reason: String?

    init(_ kind: String, _ provider: String, _ origin: RecordOrigin) {
        self.kind = kind
        self.provider = provider
        self.origin = origin
    }

    /// The columns of `price_record`, in order, behind examination and position.
    var cells: [Cell] {
        [
            .text(kind), .text(provider), Cell(unit), Cell(medicalFieldCode), Cell(code), Cell(text),
            Cell(measure?.rawValue), Cell(typeOfCare?.rawValue),
            Cell(typesOfCare.map { Int64($0.rawValue) }), Cell(careLevel?.rawValue),
            Cell(productCategory?.rawValue), Cell(amount?.ore), .integer(asLastYear ? 1 : 0), Cell(reason),
            Cell(origin.part), Cell(origin.offset), Cell(origin.length), Cell(origin.line), Cell(origin.column),
        ]
    }
}

extension PriceRow {
    init(_ record: PriceRecord) {
        switch record {
        case .careService(let service): self.init(service)
        case .drgTariff(let tariff): self.init(tariff)
        case .drgException(let exception): self.init(exception)
        case .drgFixedPrice(let price): self.init(price)
        case .surcharge(let surcharge): self.init(surcharge)
        case .notApplicable(let silence): self.init(silence)
        }
    }

    init(_ service: CareService) {
        self.init("careService", service.provider, service.origin)
        unit = service.unit
        medicalFieldCode = service.medicalFieldCode?.description
        code = service.code
        text = service.text
        measure = service.measure
        typeOfCare = service.typeOfCare
        careLevel = service.careLevel
        productCategory = service.productCategory
        reason = service.reason
        switch service.price {
        case .amount(let delivered): amount = delivered
        case .asLastYear: asLastYear = true
        }
    }

    init(_ tariff: DRGTariff) {
        self.init("drgTariff", tariff.provider, tariff.origin)
        typesOfCare = tariff.typesOfCare
    }

    init(_ exception: DRGException) {
        self.init("drgException", exception.provider, exception.origin)
        unit = exception.unit
        typesOfCare = exception.typesOfCare
        reason = exception.reason
    }

    init(_ price: DRGFixedPrice) {
        self.init("drgFixedPrice", price.provider, price.origin)
        code = price.drg
        typeOfCare = price.typeOfCare
        amount = price.amount
        reason = price.reason
    }

    init(_ surcharge: Surcharge) {
        self.init("surcharge", surcharge.provider, surcharge.origin)
        unit = surcharge.unit
        code = surcharge.code
        text = surcharge.text
        measure = surcharge.measure
        amount = surcharge.amount
        reason = surcharge.reason
    }

    init(_ silence: NotApplicable) {
        self.init("notApplicable", silence.provider, silence.origin)
        reason = silence.reason
        if case .line(let unit, let code, let typeOfCare, let careLevel) = silence.subject {
            self.unit = unit
            self.code = code
            self.typeOfCare = typeOfCare
            self.careLevel = careLevel
        }
    }
}

extension Store {
    static func insert(_ submission: SpooledSubmission, _ examination: Int64, _ db: Database) throws {
        let header = submission.header
        try db.execute(
            sql: "INSERT INTO submission VALUES (?, ?, ?, NULL, ?, ?, ?, ?)",
            arguments: [
                examination, header.organisationNumber.digits, header.year.number, header.created.milliseconds,
                header.currency, header.contact, header.testData ? 1 : 0,
            ])
        try submission.records.copy(into: db, examination: examination)
    }

    /// The head of an examination's price submission.
    package func priceHeader(examination: Int64, region: RegionSlug) async throws -> SubmissionHeader {
        try await database.read { try Store.priceHeader(examination, region, $0) }
    }

    private static func priceHeader(
        _ examination: Int64, _ region: RegionSlug, _ db: Database
    ) throws -> SubmissionHeader {
        guard
            let head = try Row.fetchOne(
                db, sql: "SELECT * FROM submission WHERE examination = ?", arguments: [examination])
        else { throw StoreError.unreadable("submission") }
        return SubmissionHeader(
            region: region,
            organisationNumber: try head.known({ OrganisationNumber($0) }, "organisation_number"),
            year: try Year(head["year"] as Int).orThrow("year"),
            created: Instant(milliseconds: head["created_ms"]), currency: head["currency"],
            contact: head["contact"], testData: head["test_data"] == 1)
    }

    /// The price submission of an examination, exactly as it was accepted.
    package func priceSubmission(examination: Int64, region: RegionSlug) async throws -> PriceSubmission {
        try await database.read { db in
            var submission = PriceSubmission(header: try Store.priceHeader(examination, region, db))
            let rows = try Row.fetchCursor(
                db, sql: "SELECT * FROM price_record WHERE examination = ? ORDER BY position",
                arguments: [examination])
            var reader = PriceRowReader()
            while let row = try rows.next() { submission.add(try reader.record(row)) }
            return submission
        }
    }
}

extension Optional {
    /// The value, or the error that a row cannot be read.
    func orThrow(_ column: String) throws -> Wrapped {
        guard let value = self else { throw StoreError.unreadable(column) }
        return value
    }
}
