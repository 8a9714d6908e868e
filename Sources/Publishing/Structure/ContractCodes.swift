package import Federation
package import Pricing

/// The codes of the national invoicing contract that a price line has from its list and its hospital, not of its own:
/// an invoice is checked line by line, so each line carries them.
package struct ContractCodes: Sendable {
    /// Who invoices by a line; nil where it is not known.
    struct Supplier {
        /// The two-digit SCB code.
        let countyCode: String?
        /// The region's number, ten digits as in the contract.
        let organisationNumber: String?
        /// The hospital's HSA-id.
        let hsaID: String?
    }

    let priceList: String
    /// Nil in a reference table that does not say.
    let typeOfAgreement: String?
    private let directory: Directory

    /// The codes of a list by this model, with lines of these regions.
    package init(_ model: PriceModel, regions: [Region]) {
        priceList = model.priceListCode
        typeOfAgreement = model.typeOfAgreement?.rawValue
        directory = Directory(regions)
    }

    /// The codes of a hospital and its region.
    func supplier(_ hospital: String, in region: RegionSlug) -> Supplier {
        let owner = directory.region(region)
        return Supplier(
            countyCode: owner?.countyCode, organisationNumber: owner?.organisationNumber.digits,
            hsaID: directory.hospital(hospital, in: region)?.hsaID)
    }
}
