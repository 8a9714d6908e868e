import Federation

/// A stated price that looks like a filler, such as 99 999 kr. One that the index made is chance.
struct SuspiciousAmount: ListRule {
    static let code = "suspicious-amount"

    private let amounts: Set<Amount>

    init(_ context: ListContext) { amounts = Set(context.plausibility?.suspiciousAmounts ?? []) }

    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding]) {
        guard !price.isComputed, amounts.contains(price.line.amount) else { return }
        findings.append(
            finding(on: price, .price(price.line.amount, measure: price.line.measure, last: price.last?.amount)))
    }
}
