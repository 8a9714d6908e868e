package import Federation
package import Planning
package import Pricing
package import Registry

/// What a delivery is checked against.
package struct RuleContext: Sendable {
    /// The year that the price list is for.
    package let year: Year
    package let region: Region
    package let kind: FeedKind
    /// Last year's adopted prices of this region by line id; empty where there are none.
    package let previous: [LineID: Amount]
    /// The last day that a submission is in time; nil where the year has no price model.
    package let submissionsClose: Day?
    /// The smallest unit of the year's prices: true where it is the whole krona.
    package let wholeKronor: Bool
    /// The groups of the year's weight lists, each with its kinds of care; empty where the year has none.
    package let weightedGroups: [String: TypesOfCare]
    /// The plans that reports can be about.
    package let plans: [BusinessPlan]
    package let receivedAt: Instant
    package let codes: CodeLists
    /// The other regions, so that another's file is known for what it is.
    package let others: [Region]

    package init(
        year: Year, region: Region, kind: FeedKind, previous: [LineID: Amount], submissionsClose: Day?,
        wholeKronor: Bool, weightedGroups: [String: TypesOfCare] = [:], plans: [BusinessPlan], receivedAt: Instant,
        codes: CodeLists, others: [Region]
    ) {
        self.year = year
        self.region = region
        self.kind = kind
        self.previous = previous
        self.submissionsClose = submissionsClose
        self.wholeKronor = wholeKronor
        self.weightedGroups = weightedGroups
        self.plans = plans
        self.receivedAt = receivedAt
        self.codes = codes
        self.others = others
    }
}
