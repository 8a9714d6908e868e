package import Federation

/// Why no list can be computed: the input contradicts itself. Data that is merely absent is a `MissingItem` instead.
package enum PriceListError: Error, Hashable, Sendable {
    /// The model has faults of its own.
    case modelFaults([PriceModelFault])
    /// The model names a weight list that was not given.
    case weightListAbsent(id: String)
    /// The weight list is not the file that the model names by its SHA-256.
    case weightListDiffers(id: String, expected: Fingerprint, found: Fingerprint)
    /// A reference model takes no submissions.
    case referenceTakesNoSubmissions
    /// A delivery of a region that is not among the regions, or the second one of a region.
    case deliveryUnexpected(region: RegionSlug)
    /// A submission for another region or year, in another currency, or made for trials.
    case submissionUnfit(region: RegionSlug)
    /// Last year's list is of another year than the one before.
    case previousYearWrong(Year)
    /// A hospital declares DRG prices for a kind of care that no point price covers there.
    case pointPriceAbsent(ProviderReference, TypeOfCare)
    /// Two records have the same key.
    case lineTwice(LineID, key: [String])
    /// Two different keys have the same line id.
    case lineIDCollision(LineID, keys: [[String]])
    /// The price does not fit in 64 bits of öre.
    case amountTooLarge(LineID)
}
