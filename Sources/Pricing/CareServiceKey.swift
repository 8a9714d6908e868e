package import Federation

/// What makes a care service line the same line from year to year (nyckel): text, measure, MVO and amount do not.
package struct CareServiceKey: Hashable, Sendable {
    package let region: RegionSlug
    /// The hospital's id.
    package let provider: String
    /// The unit's id.
    package let unit: String
    package let code: String
    package let typeOfCare: TypeOfCare
    package let careLevel: CareLevel

    package init(
        region: RegionSlug, provider: String, unit: String, code: String, typeOfCare: TypeOfCare,
        careLevel: CareLevel
    ) {
        self.region = region
        self.provider = provider
        self.unit = unit
        self.code = code
        self.typeOfCare = typeOfCare
        self.careLevel = careLevel
    }
}

extension CareServiceKey {
    /// The key of a region's delivered care service.
    package init(region: RegionSlug, service: CareService) {
        self.init(
            region: region, provider: service.provider, unit: service.unit, code: service.code,
            typeOfCare: service.typeOfCare, careLevel: service.careLevel)
    }

    /// The fields in the order that a line id is made of.
    package var fields: [String] {
        [region.text, provider, unit, code, typeOfCare.rawValue, careLevel.rawValue]
    }

    /// The id of the line with this key.
    package var lineID: LineID { LineID(.careService, key: fields) }
}

extension CareServiceLine {
    /// A line with its price; its id is made of its key.
    package init(region: RegionSlug, service: CareService, amount: Amount, basis: Basis) {
        self.init(
            id: CareServiceKey(region: region, service: service).lineID, region: region, service: service,
            amount: amount, basis: basis)
    }
}
