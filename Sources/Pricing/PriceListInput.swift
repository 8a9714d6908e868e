package import Federation

/// All that a price list is computed from (underlag); the same input in any order gives the same list.
package struct PriceListInput: Sendable {
    package let model: PriceModel
    /// SHA-256 of the model's file.
    package let modelFingerprint: Fingerprint
    /// One for each that the model names.
    package let weightLists: [WeightList]
    /// The regions that owe a delivery; empty for a reference model.
    package let regions: [Region]
    /// At most one per region; a region without one has not delivered.
    package let deliveries: [RegionDelivery]
    /// The list of the year before; nil where none is known.
    package let previous: PreviousPriceList?

    package init(
        model: PriceModel, modelFingerprint: Fingerprint, weightLists: [WeightList], regions: [Region] = [],
        deliveries: [RegionDelivery] = [], previous: PreviousPriceList? = nil
    ) {
        self.model = model
        self.modelFingerprint = modelFingerprint
        self.weightLists = weightLists
        self.regions = regions
        self.deliveries = deliveries
        self.previous = previous
    }
}

/// What came from a region, and what of it is used.
package struct RegionDelivery: Sendable {
    package let region: RegionSlug
    package let state: DeliveryState
    /// What is computed with: the current version where it is accepted; else nil, or the last good one where asked for.
    package let used: VersionedSubmission?

    package init(region: RegionSlug, state: DeliveryState, used: VersionedSubmission?) {
        self.region = region
        self.state = state
        self.used = used
    }
}

/// What became of a region's current version.
package enum DeliveryState: Hashable, Sendable {
    case accepted(Fingerprint)
    /// The last fetch failed: what was delivered earlier may have been replaced.
    case fetchFailed
    case notDelivered
    case held(Fingerprint)
    case refused(Fingerprint)
}

/// An accepted submission and the version that it came in.
package struct VersionedSubmission: Sendable {
    package let submission: PriceSubmission
    package let version: Fingerprint
    /// An older version, used because the current one cannot be.
    package let isLastGood: Bool

    package init(submission: PriceSubmission, version: Fingerprint, isLastGood: Bool = false) {
        self.submission = submission
        self.version = version
        self.isLastGood = isLastGood
    }
}
