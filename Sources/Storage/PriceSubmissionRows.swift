package import Federation
import GRDB
package import Pricing

/// One price record as a row: every field that any kind has; those of other kinds stay nil.
private struct PriceRow {
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

    func cells(_ examination: Int64, _ position: Int) -> [Cell] {
        [
            Cell(examination), Cell(position), .text(kind), .text(provider), Cell(unit), Cell(medicalFieldCode),
            Cell(code), Cell(text), Cell(measure?.rawValue), Cell(typeOfCare?.rawValue),
            Cell(typesOfCare.map { Int64($0.rawValue) }), Cell(careLevel?.rawValue),
            Cell(productCategory?.rawValue), Cell(amount?.ore), .integer(asLastYear ? 1 : 0), Cell(reason),
            Cell(origin.part), Cell(origin.offset), Cell(origin.length), Cell(origin.line), Cell(origin.column),
        ]
    }
}

extension PriceRow {
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
    static func insert(_ submission: PriceSubmission, _ examination: Int64, _ db: Database) throws {
        let header = submission.header
        try db.execute(
            sql: "INSERT INTO submission VALUES (?, ?, ?, NULL, ?, ?, ?, ?)",
            arguments: [
                examination, header.organisationNumber.digits, header.year.number, header.created.milliseconds,
                header.currency, header.contact, header.testData ? 1 : 0,
            ])
        var rows = try BulkInsert(db, into: "price_record", columns: 21)
        var position = 0
        func add(_ row: PriceRow) throws {
            try rows.add(row.cells(examination, position))
            position += 1
        }
        for service in submission.careServices { try add(PriceRow(service)) }
        for tariff in submission.drgTariffs { try add(PriceRow(tariff)) }
        for exception in submission.drgExceptions { try add(PriceRow(exception)) }
        for price in submission.drgFixedPrices { try add(PriceRow(price)) }
        for surcharge in submission.surcharges { try add(PriceRow(surcharge)) }
        for silence in submission.notApplicable { try add(PriceRow(silence)) }
        try rows.finish()
    }

    /// The price submission of an examination, exactly as it was accepted.
    package func priceSubmission(examination: Int64, region: RegionSlug) async throws -> PriceSubmission {
        try await database.read { db in
            guard
                let head = try Row.fetchOne(
                    db, sql: "SELECT * FROM submission WHERE examination = ?", arguments: [examination])
            else { throw StoreError.unreadable("submission") }
            var submission = PriceSubmission(
                header: SubmissionHeader(
                    region: region,
                    organisationNumber: try head.known({ OrganisationNumber($0) }, "organisation_number"),
                    year: try Year(head["year"] as Int).orThrow("year"),
                    created: Instant(milliseconds: head["created_ms"]), currency: head["currency"],
                    contact: head["contact"], testData: head["test_data"] == 1))
            let rows = try Row.fetchCursor(
                db, sql: "SELECT * FROM price_record WHERE examination = ? ORDER BY position",
                arguments: [examination])
            var reader = PriceRowReader()
            while let row = try rows.next() { try reader.read(row, into: &submission) }
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
