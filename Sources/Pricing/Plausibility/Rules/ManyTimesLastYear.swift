import Federation

/// A price so many times last year's that a slip of the decimal sign is likely.
struct ManyTimesLastYear: ListRule {
    static let code = "list-price-many-times-last-year"

    private let factor: Int?

    init(_ context: ListContext) { factor = context.plausibility?.slip?.timesMore }

    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding]) {
        guard let factor, let change = price.change, change.amount.isAtLeast(factor, times: change.last) else { return }
        findings.append(finding(on: price, .change(change)))
    }
}
