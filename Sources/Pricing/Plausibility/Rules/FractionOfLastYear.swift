import Federation

/// A price so small a part of last year's that a slip of the decimal sign is likely.
struct FractionOfLastYear: ListRule {
    static let code = "list-price-fraction-of-last-year"

    private let factor: Int?

    init(_ context: ListContext) { factor = context.plausibility?.slip?.timesLess }

    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding]) {
        guard let factor, let change = price.change, change.last.isAtLeast(factor, times: change.amount) else { return }
        findings.append(finding(on: price, .change(change)))
    }
}
