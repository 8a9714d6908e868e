import Federation
import GRDB
import Pricing

/// Turns rows of `price_record` back into the records they were made of. Columns are read by position, which is much
/// faster than by name.
struct PriceRowReader {
    /// Equal texts share one string, as they did before they were stored.
    private var pool = TextPool()

    mutating func read(_ row: Row, into submission: inout PriceSubmission) throws {
        let kind: String = row[2]
        let provider = pool.shared(row[3])
        let origin = RecordOrigin(
            part: UInt16(clamping: row[16] as Int), line: UInt32(clamping: row[19] as Int),
            column: UInt32(clamping: row[20] as Int), offset: row[17], length: UInt32(clamping: row[18] as Int))
        switch kind {
        case "careService": submission.careServices.append(try careService(row, provider, origin))
        case "drgTariff":
            submission.drgTariffs.append(
                DRGTariff(provider: provider, typesOfCare: try typesOfCare(row), origin: origin))
        case "drgException":
            submission.drgExceptions.append(
                DRGException(
                    provider: provider, unit: row[4], typesOfCare: try typesOfCare(row), reason: row[15],
                    origin: origin))
        case "drgFixedPrice":
            submission.drgFixedPrices.append(
                DRGFixedPrice(
                    provider: provider, drg: row[6], typeOfCare: try typeOfCare(row), amount: Amount(ore: row[13]),
                    reason: row[15], origin: origin))
        case "surcharge":
            submission.surcharges.append(
                Surcharge(
                    provider: provider, unit: row[4], code: row[6], text: row[7], measure: try measure(row),
                    amount: Amount(ore: row[13]), reason: row[15], origin: origin))
        default: submission.notApplicable.append(try notApplicable(row, provider, origin))
        }
    }

    private mutating func careService(_ row: Row, _ provider: String, _ origin: RecordOrigin) throws -> CareService {
        let amount: Int64? = row[13]
        return CareService(
            provider: provider, unit: pool.shared(row[4]),
            medicalFieldCode: (row[5] as String?).flatMap { MedicalFieldCode($0) }, code: row[6],
            text: pool.shared(row[7]), measure: try measure(row), typeOfCare: try typeOfCare(row),
            careLevel: try CareLevel(rawValue: row[11]).orThrow("care_level"),
            productCategory: try ProductCategory(rawValue: row[12]).orThrow("product_category"),
            price: amount.map { .amount(Amount(ore: $0)) } ?? .asLastYear,
            reason: (row[15] as String?).map { pool.shared($0) }, origin: origin)
    }

    private func notApplicable(_ row: Row, _ provider: String, _ origin: RecordOrigin) throws -> NotApplicable {
        let unit: String? = row[4]
        let subject: NotApplicable.Subject =
            try unit.map { unit in
                .line(
                    unit: unit, code: row[6], typeOfCare: try typeOfCare(row),
                    careLevel: try CareLevel(rawValue: row[11]).orThrow("care_level"))
            } ?? .hospital
        return NotApplicable(provider: provider, subject: subject, reason: row[15], origin: origin)
    }

    private func measure(_ row: Row) throws -> Measure { try Measure(rawValue: row[8]).orThrow("measure") }

    private func typeOfCare(_ row: Row) throws -> TypeOfCare {
        try TypeOfCare(rawValue: row[9]).orThrow("type_of_care")
    }

    private func typesOfCare(_ row: Row) throws -> TypesOfCare {
        TypesOfCare(rawValue: UInt8(clamping: try (row[10] as Int?).orThrow("types_of_care")))
    }
}
