import Federation

/// Last year's list has lines of a region that has no description any more, so that nobody owes them.
struct RegionLeft: ListRule {
    static let code = "region-left"

    private let lastYear: [RegionSlug: Int]

    init(_ context: ListContext) { lastYear = context.linesLastYear }

    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        let known = Set(list.completeness.map(\.region))
        for (region, count) in lastYear.sorted(by: { $0.key < $1.key }) where !known.contains(region) {
            findings.append(finding(.region(region), .none, .year(list.header.model.year.previous, count: count)))
        }
    }
}
