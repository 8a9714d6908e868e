/// What the simulated regions are to deliver; the same plan gives the same bytes.
package struct SimulationPlan: Hashable, Sendable {
    /// The price list's year.
    package var year: Int
    /// Care services (vårdtjänster) per region.
    package var rows: Int
    /// Where all chance in the content comes from.
    package var seed: UInt64

    package init(year: Int = 2023, rows: Int = 400, seed: UInt64 = 1) {
        self.year = year
        self.rows = max(0, rows)
        self.seed = seed
    }
}
