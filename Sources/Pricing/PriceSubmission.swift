package import Federation

/// What one region delivered for one year's price list (prisunderlag).
package struct PriceSubmission: Hashable, Sendable {
    package let header: SubmissionHeader
    package var careServices: [CareService]
    package var drgTariffs: [DRGTariff]
    package var drgExceptions: [DRGException]
    package var drgFixedPrices: [DRGFixedPrice]
    package var surcharges: [Surcharge]
    package var notApplicable: [NotApplicable]

    package init(
        header: SubmissionHeader, careServices: [CareService] = [], drgTariffs: [DRGTariff] = [],
        drgExceptions: [DRGException] = [], drgFixedPrices: [DRGFixedPrice] = [], surcharges: [Surcharge] = [],
        notApplicable: [NotApplicable] = []
    ) {
        self.header = header
        self.careServices = careServices
        self.drgTariffs = drgTariffs
        self.drgExceptions = drgExceptions
        self.drgFixedPrices = drgFixedPrices
        self.surcharges = surcharges
        self.notApplicable = notApplicable
    }

    /// How many records of all kinds it holds.
    package var recordCount: Int {
        careServices.count + drgTariffs.count + drgExceptions.count + drgFixedPrices.count + surcharges.count
            + notApplicable.count
    }
}

/// Who delivers what, and when (prisunderlagets huvud).
package struct SubmissionHeader: Hashable, Sendable {
    package let region: RegionSlug
    package let organisationNumber: OrganisationNumber
    /// The year that the prices are for.
    package let year: Year
    package let created: Instant
    /// Always `SEK` in an accepted submission.
    package let currency: String
    package let contact: String?
    /// Made for trials; never part of a list.
    package let testData: Bool

    package init(
        region: RegionSlug, organisationNumber: OrganisationNumber, year: Year, created: Instant,
        currency: String = "SEK", contact: String? = nil, testData: Bool = false
    ) {
        self.region = region
        self.organisationNumber = organisationNumber
        self.year = year
        self.created = created
        self.currency = currency
        self.contact = contact
        self.testData = testData
    }
}
