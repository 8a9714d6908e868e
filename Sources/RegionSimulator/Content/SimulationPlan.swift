/// What the simulated regions are to deliver; the same plan gives the same bytes.
package struct SimulationPlan: Hashable, Sendable {
    /// The price list's year.
    package var year: Int
    /// Care services (vårdtjänster) per region.
    package var rows: Int
    /// Where all chance in the content comes from.
    package var seed: UInt64
    /// The last reporting round of the plan reports (rapportomgång), such as `2023-Y`; nil for the one that is over when
    /// the price year's lists are prepared.
    package var lastRound: String?

    package init(year: Int = 2023, rows: Int = 400, seed: UInt64 = 1, lastRound: String? = nil) {
        self.year = year
        self.rows = max(0, rows)
        self.seed = seed
        self.lastRound = lastRound
    }

    /// All rounds of the plan, three a year, in order of time.
    package static let rounds = (2021...2024).flatMap { year in ["T1", "T2", "Y"].map { "\(year)-\($0)" } }

    /// The round that the reports go on to.
    var reportedThrough: String { lastRound ?? "\(year - 1)-T2" }
}
