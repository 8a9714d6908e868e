import Federation
import Pricing
import Reading

/// The codes of the invoicing contract that lines repeat from model and hospital. In an edition the lines come before
/// model and regions, so the codes are remembered, each different one once, and checked at the end.
struct SupplierCodes {
    private struct Hospital: Hashable {
        let region: RegionSlug
        let provider: String
    }

    /// The same codes of one hospital, and the first line that has them.
    private struct Seen<Codes: Equatable> {
        let codes: Codes
        let value: JSONValue
    }

    private struct Supplier: Equatable {
        let countyCode: String
        let organisationNumber: String
        let hsaID: String?
    }

    private struct Contract: Equatable {
        let priceList: String
        let typeOfAgreement: String?
    }

    private var suppliers: [Hospital: Seen<Supplier>] = [:]
    private var contract: Seen<Contract>?

    /// Takes a line's hospital with its codes, and gives the region and the hospital's id.
    mutating func takeSupplier(_ line: JSONValue) throws -> (RegionSlug, String) {
        let region = try line.member("region").slug()
        let provider = try line.member("provider").string()
        let supplier = Supplier(
            countyCode: try line.member("countyCode").string(),
            organisationNumber: try line.member("organisationNumber").string(), hsaID: try line.text("hsaId"))
        let hospital = Hospital(region: region, provider: provider)
        if let seen = suppliers[hospital] {
            guard seen.codes == supplier else { throw try Self.contradiction(line, "countyCode") }
        } else {
            suppliers[hospital] = Seen(codes: supplier, value: line)
        }
        return (region, provider)
    }

    /// Takes the codes that a line has from its list.
    mutating func takeContract(_ line: JSONValue) throws {
        let codes = Contract(
            priceList: try line.member("priceList").string(), typeOfAgreement: try line.text("typeOfAgreement"))
        if let contract {
            guard contract.codes == codes else { throw try Self.contradiction(line, "priceList") }
        } else {
            contract = Seen(codes: codes, value: line)
        }
    }

    /// Throws at the first line whose codes are not those of its model or its hospital.
    func check(against regions: [Region], model: PriceModel) throws {
        let expected = Contract(priceList: model.priceListCode, typeOfAgreement: model.typeOfAgreement?.rawValue)
        if let contract, contract.codes != expected { throw try Self.contradiction(contract.value, "priceList") }
        let known = Dictionary(regions.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        for (hospital, seen) in suppliers.sorted(by: { $0.value.value.spot.offset < $1.value.value.spot.offset }) {
            guard let region = known[hospital.region], let named = region.hospital(hospital.provider) else {
                throw try seen.value.member("provider").refused(
                    "ett sjukhus under \"regions\"", "a hospital under \"regions\"")
            }
            let supplier = Supplier(
                countyCode: region.countyCode, organisationNumber: region.organisationNumber.digits,
                hsaID: named.hsaID)
            guard seen.codes == supplier else { throw try Self.contradiction(seen.value, "countyCode") }
        }
    }

    private static func contradiction(_ line: JSONValue, _ member: String) throws -> ReadingFault {
        try line.member(member).refused(
            "samma koder som modellen och sjukhuset har", "the same codes as the model and the hospital have")
    }
}
