import Federation
import Pricing

/// One price line as a row of a table, whatever section it comes from; what does not concern it is nil.
struct PriceRow {
    /// The section of the list, as the machine files name it.
    enum Section: String { case drg, drgFixedPrices, careServices, surcharges }

    let section: Section
    let id: LineID
    let code: String
    let amount: Amount
    var text: String?
    var productCategory: ProductCategory?
    var typeOfCare: TypeOfCare?
    var careLevel: CareLevel?
    var medicalFieldCode: MedicalFieldCode?
    var region: RegionSlug?
    /// The hospital's id.
    var provider: String?
    /// The unit's id.
    var unit: String?
    var measure: Measure?
    /// `delivered` or `indexed`, for a care service.
    var basis: CareServiceLine.Basis?
    var weight: ExactDecimal?
    /// The id of the point price.
    var pointPrice: String?
    var costLimit: Amount?
    var daysLimit: Int?
}

extension PriceList {
    /// Calls `body` with every price line: DRG prices, fixed DRG prices, care services, surcharges, each in its order.
    func forEachRow(_ body: (PriceRow) -> Void) {
        for line in drg { body(PriceRow(line)) }
        for line in drgFixedPrices { body(PriceRow(line)) }
        for line in careServices { body(PriceRow(line)) }
        for line in surcharges { body(PriceRow(line)) }
    }

    /// How many rows that is.
    var rowCount: Int { drg.count + drgFixedPrices.count + careServices.count + surcharges.count }
}

extension PriceRow {
    fileprivate init(_ line: DRGLine) {
        self.init(
            section: .drg, id: line.id, code: line.group.drg, amount: line.amount, text: line.group.text,
            productCategory: line.productCategory, typeOfCare: line.group.typeOfCare, weight: line.weight,
            pointPrice: line.pointPrice, costLimit: line.group.costLimit, daysLimit: line.group.daysLimit)
    }

    fileprivate init(_ line: DRGFixedPriceLine) {
        self.init(
            section: .drgFixedPrices, id: line.id, code: line.drg, amount: line.amount,
            productCategory: line.productCategory, typeOfCare: line.typeOfCare, region: line.region,
            provider: line.provider)
    }

    fileprivate init(_ line: CareServiceLine) {
        let service = line.service
        self.init(
            section: .careServices, id: line.id, code: service.code, amount: line.amount, text: service.text,
            productCategory: service.productCategory, typeOfCare: service.typeOfCare, careLevel: service.careLevel,
            medicalFieldCode: service.medicalFieldCode, region: line.region, provider: service.provider,
            unit: service.unit, measure: service.measure, basis: line.basis)
    }

    fileprivate init(_ line: SurchargeLine) {
        let surcharge = line.surcharge
        self.init(
            section: .surcharges, id: line.id, code: surcharge.code, amount: line.amount, text: surcharge.text,
            productCategory: line.productCategory, region: line.region, provider: surcharge.provider,
            unit: surcharge.unit, measure: surcharge.measure)
    }
}
