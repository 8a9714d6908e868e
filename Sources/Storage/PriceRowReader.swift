import Federation
import GRDB
import Pricing

/// Where the columns of `price_record` stand. They are read by position, which is much faster than by name.
private enum Column {
    static let (kind, provider, unit, medicalFieldCode, code, text) = (2, 3, 4, 5, 6, 7)
    static let (measure, typeOfCare, typesOfCare, careLevel) = (8, 9, 10, 11)
    static let (productCategory, amount, reason) = (12, 13, 15)
    static let (part, offset, length, line, column) = (16, 17, 18, 19, 20)
}

/// Turns rows of `price_record` back into the records they were made of.
struct PriceRowReader {
    /// Equal texts share one string, as they did before they were stored.
    private var pool = TextPool()

    mutating func record(_ row: Row) throws -> PriceRecord {
        let kind: String = row[Column.kind]
        let provider = pool.shared(row[Column.provider])
        let origin = RecordOrigin(
            part: UInt16(clamping: row[Column.part] as Int), line: UInt32(clamping: row[Column.line] as Int),
            column: UInt32(clamping: row[Column.column] as Int), offset: row[Column.offset],
            length: UInt32(clamping: row[Column.length] as Int))
        switch kind {
        case "careService": return .careService(try careService(row, provider, origin))
        case "drgTariff":
            return .drgTariff(DRGTariff(provider: provider, typesOfCare: try typesOfCare(row), origin: origin))
        case "drgException":
            return .drgException(
                DRGException(
                    provider: provider, unit: row[Column.unit], typesOfCare: try typesOfCare(row),
                    reason: row[Column.reason],
                    origin: origin))
        case "drgFixedPrice":
            return .drgFixedPrice(
                DRGFixedPrice(
                    provider: provider, drg: row[Column.code], typeOfCare: try typeOfCare(row),
                    amount: Amount(ore: row[Column.amount]), reason: row[Column.reason], origin: origin))
        case "surcharge":
            return .surcharge(
                Surcharge(
                    provider: provider, unit: row[Column.unit], code: row[Column.code], text: row[Column.text],
                    measure: try measure(row), amount: Amount(ore: row[Column.amount]), reason: row[Column.reason],
                    origin: origin))
        default: return .notApplicable(try notApplicable(row, provider, origin))
        }
    }

    private mutating func careService(_ row: Row, _ provider: String, _ origin: RecordOrigin) throws -> CareService {
        let amount: Int64? = row[Column.amount]
        return CareService(
            provider: provider, unit: pool.shared(row[Column.unit]),
            medicalFieldCode: (row[Column.medicalFieldCode] as String?).flatMap { MedicalFieldCode($0) },
            code: row[Column.code],
            text: pool.shared(row[Column.text]), measure: try measure(row), typeOfCare: try typeOfCare(row),
            careLevel: try CareLevel(rawValue: row[Column.careLevel]).orThrow("care_level"),
            productCategory: try ProductCategory(rawValue: row[Column.productCategory]).orThrow("product_category"),
            price: amount.map { .amount(Amount(ore: $0)) } ?? .asLastYear,
            reason: (row[Column.reason] as String?).map { pool.shared($0) }, origin: origin)
    }

    private func notApplicable(_ row: Row, _ provider: String, _ origin: RecordOrigin) throws -> NotApplicable {
        let unit: String? = row[Column.unit]
        let subject: NotApplicable.Subject =
            try unit.map { unit in
                .line(
                    unit: unit, code: row[Column.code], typeOfCare: try typeOfCare(row),
                    careLevel: try CareLevel(rawValue: row[Column.careLevel]).orThrow("care_level"))
            } ?? .hospital
        return NotApplicable(provider: provider, subject: subject, reason: row[Column.reason], origin: origin)
    }

    private func measure(_ row: Row) throws -> Measure { try Measure(rawValue: row[Column.measure]).orThrow("measure") }

    private func typeOfCare(_ row: Row) throws -> TypeOfCare {
        try TypeOfCare(rawValue: row[Column.typeOfCare]).orThrow("type_of_care")
    }

    private func typesOfCare(_ row: Row) throws -> TypesOfCare {
        TypesOfCare(rawValue: UInt8(clamping: try (row[Column.typesOfCare] as Int?).orThrow("types_of_care")))
    }
}
