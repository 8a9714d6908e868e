package import Federation

/// How many cases a year fall on lines of a list (volymer), for sums that say what a price means.
package struct Volumes: Hashable, Sendable {
    /// The cases of one line at one hospital.
    package struct Entry: Hashable, Sendable {
        package let line: LineID
        /// The hospital's region.
        package let region: RegionSlug
        /// The hospital's id.
        package let provider: String
        /// Zero to `mostCases`.
        package let cases: Int64

        package init(line: LineID, region: RegionSlug, provider: String, cases: Int64) {
            self.line = line
            self.region = region
            self.provider = provider
            self.cases = cases
        }
    }

    /// The most cases that a row may tell: a thousand million.
    package static let mostCases: Int64 = 1_000_000_000
    /// The most rows of a volume file.
    package static let mostRows = 1_000_000

    private let entries: [LineID: [Entry]]

    /// The volumes of these entries.
    package init(_ entries: [Entry]) { self.entries = Dictionary(grouping: entries, by: \.line) }

    /// The entries of a line, in the order given.
    package func entries(of line: LineID) -> [Entry] { entries[line] ?? [] }

    /// The cases of a line at all hospitals; nil where nothing is told of it.
    package func cases(of line: LineID) -> Int64? { entries[line]?.reduce(0) { $0 + $1.cases } }

    /// How many lines have cases.
    package var lineCount: Int { entries.count }
}
