import Federation

/// There is no list of the year before, so no price could be compared or raised.
struct ListWithoutLastYear: ListRule {
    static let code = "list-without-last-year"

    private let hasPrevious: Bool

    init(_ context: ListContext) { hasPrevious = context.hasPrevious }

    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        guard !hasPrevious else { return }
        findings.append(
            finding(.list, .none, .year(list.header.model.year.previous, count: list.careServices.count)))
    }
}
