package import Federation

/// What the cases of the volumes cost by the proposal and by the scenario (kostnad). Sums of exactly the lines that have
/// cases and a price in both.
package struct ScenarioSums: Hashable, Sendable {
    /// Nil for all regions together.
    package let region: RegionSlug?
    /// Rows of volumes that are in the sums.
    package private(set) var rows = 0
    /// Rows whose line has no price in the proposal or in the scenario, and that are in no sum.
    package private(set) var rowsWithoutPrice = 0
    package private(set) var cases: Int64 = 0
    package private(set) var proposed = AmountSum()
    package private(set) var scenario = AmountSum()

    /// What the scenario costs more (above zero) or less.
    package var effect: AmountSum { scenario - proposed }

    private init(region: RegionSlug) { self.region = region }

    /// The sum of the regions' sums.
    init(region: RegionSlug?, adding parts: [ScenarioSums]) {
        self.region = region
        for part in parts {
            rows += part.rows
            rowsWithoutPrice += part.rowsWithoutPrice
            cases += part.cases
            proposed += part.proposed
            scenario += part.scenario
        }
    }

    /// The sums of each region that has cases, in order of region.
    static func byRegion(_ lines: ScenarioLines, volumes: Volumes) -> [ScenarioSums] {
        var sums: [RegionSlug: ScenarioSums] = [:]
        for line in lines.withCases {
            for entry in volumes.entries(of: line.line.id) {
                sums[entry.region, default: ScenarioSums(region: entry.region)].add(entry, line)
            }
        }
        return sums.values.sorted { left, right in
            guard let one = left.region, let other = right.region else { return false }
            return one < other
        }
    }

    private mutating func add(_ entry: Volumes.Entry, _ line: ScenarioLine) {
        guard let before = line.proposed, let after = line.scenario else {
            rowsWithoutPrice += 1
            return
        }
        rows += 1
        cases += entry.cases
        proposed += AmountSum(ore: Int128(before.ore)).times(entry.cases)
        scenario += AmountSum(ore: Int128(after.ore)).times(entry.cases)
    }
}
