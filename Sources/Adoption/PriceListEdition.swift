package import Federation

/// A published edition of a year's price list (utgåva), in facts: what it is, not what it says.
package struct PriceListEdition: Hashable, Sendable {
    package let year: Year
    /// The edition's number in its year, from 1.
    package let number: Int
    /// SHA-256 of the edition's canonical JSON.
    package let fingerprint: Fingerprint
    /// SHA-256 of its signed manifest; nil for an earlier list that was read in.
    package let manifest: Fingerprint?
    package let decision: ListDecision
    /// The last day that it holds, as its price model says.
    package let validTo: Day
    package let publishedAt: Instant
    /// The number of the edition that it corrects; nil for a first edition.
    package let corrects: Int?

    package init(
        year: Year, number: Int, fingerprint: Fingerprint, manifest: Fingerprint?, decision: ListDecision,
        validTo: Day, publishedAt: Instant, corrects: Int? = nil
    ) {
        self.year = year
        self.number = number
        self.fingerprint = fingerprint
        self.manifest = manifest
        self.decision = decision
        self.validTo = validTo
        self.publishedAt = publishedAt
        self.corrects = corrects
    }

    /// Whether its own decision and model let it hold on a day; a later edition may hold instead.
    package func covers(_ day: Day) -> Bool { decision.validFrom <= day && day <= validTo }
}
