package import Federation

/// Goals × regions in one round: the followed-up plan on one page.
package struct GoalMatrix: Hashable, Sendable {
    /// One cell: how far one region has come with one goal; no progress means "ej rapporterat".
    package struct Cell: Hashable, Sendable {
        package let region: RegionSlug
        package let progress: GoalProgress?
    }

    /// One goal with a cell per region, in the order of `regions`.
    package struct Row: Hashable, Sendable {
        package let goal: Goal
        package let cells: [Cell]
    }

    /// What one region still owes in the round.
    package struct Missing: Hashable, Sendable {
        package let region: RegionSlug
        /// The ids of the goals without a report, in the plan's order.
        package let goals: [String]
        /// Whether the region has not reported in the round at all.
        package let wholeRound: Bool
    }

    package let plan: BusinessPlan
    /// The round shown; nil where no round was chosen and no actor has reported.
    package let round: ReportingRound?
    /// Every round that some actor has reported in, oldest first.
    package let reportedRounds: [ReportingRound]
    package let regions: [RegionSlug]
    package let rows: [Row]
    /// Regions that owe something, in the order of `regions`.
    package let missing: [Missing]
}

/// How far a goal has come (måluppfyllelse), as shown in a cell.
package struct GoalProgress: Hashable, Sendable {
    package let status: GoalStatus
    /// Whole percent 0 to 100; nil where not said.
    package let shareDone: Int?
    package let evidence: String?
    package let comment: String?
    /// Who says so: the region's report or the gateway itself.
    package let source: Goal.Source
}
