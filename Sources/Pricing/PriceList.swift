package import Federation

/// The annual price list of the healthcare region (prislista), every section in canonical order.
package struct PriceList: Hashable, Sendable {
    package let header: PriceListHeader
    /// One line per group, kind of care and point price.
    package let drg: [DRGLine]
    /// Where DRG prices hold.
    package let applicability: [Applicability]
    /// Hospitals' own prices for single groups.
    package let drgFixedPrices: [DRGFixedPriceLine]
    package let careServices: [CareServiceLine]
    package let surcharges: [SurchargeLine]
    /// What is owed and not there, or could not be priced.
    package let missing: [MissingItem]
    /// What each region owed and gave; in order of region.
    package let completeness: [RegionCompleteness]
    /// Fixed DRG prices that something stands in the way of, for whoever reviews the list; no edition carries them.
    package let leftOut: [LeftOutFixedPrice]

    /// A list of sections that are in canonical order already.
    package init(
        header: PriceListHeader, drg: [DRGLine], applicability: [Applicability], drgFixedPrices: [DRGFixedPriceLine],
        careServices: [CareServiceLine], surcharges: [SurchargeLine], missing: [MissingItem],
        completeness: [RegionCompleteness], leftOut: [LeftOutFixedPrice] = []
    ) {
        self.header = header
        self.drg = drg
        self.applicability = applicability
        self.drgFixedPrices = drgFixedPrices
        self.careServices = careServices
        self.surcharges = surcharges
        self.missing = missing
        self.completeness = completeness
        self.leftOut = leftOut
    }

    /// Whether nothing is missing.
    package var isComplete: Bool { missing.isEmpty }
}

/// What holds for the whole list (prislistans huvud): rules and the fingerprints of all that it was made from.
package struct PriceListHeader: Hashable, Sendable {
    /// The rules of the year.
    package let model: PriceModel
    /// SHA-256 of the model's file.
    package let modelFingerprint: Fingerprint
    /// Always `SEK`.
    package let currency: String
    /// Which version of each region is in the list; in order of region.
    package let submissions: [UsedSubmission]
    /// The list that prices were raised from; nil where none is known.
    package let previous: PreviousEdition?
    /// What every output must say about the list; in order of their codes.
    package let marks: [PriceListMark]

    package init(
        model: PriceModel, modelFingerprint: Fingerprint, currency: String, submissions: [UsedSubmission],
        previous: PreviousEdition?, marks: [PriceListMark]
    ) {
        self.model = model
        self.modelFingerprint = modelFingerprint
        self.currency = currency
        self.submissions = submissions
        self.previous = previous
        self.marks = marks
    }
}

/// A region's version that a list was made from.
package struct UsedSubmission: Hashable, Sendable {
    package let region: RegionSlug
    package let version: Fingerprint
    /// An older version, used because the current one cannot be.
    package let isLastGood: Bool

    package init(region: RegionSlug, version: Fingerprint, isLastGood: Bool) {
        self.region = region
        self.version = version
        self.isLastGood = isLastGood
    }
}

/// A reservation that must be seen wherever the list is.
package enum PriceListMark: String, Sendable, CaseIterable {
    /// An older version of some region is used.
    case lastGoodUsed = "last-good-used"
    /// A table of others, never proposed.
    case reference
    /// The weights are made up.
    case syntheticWeights = "synthetic-weights"
}
