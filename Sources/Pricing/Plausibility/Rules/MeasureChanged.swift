import Federation

/// A price for something else than last year's, so that nobody can say how much it changed.
struct MeasureChanged: ListRule {
    static let code = "measure-changed"

    init(_ context: ListContext) {}

    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding]) {
        guard price.hasOtherMeasure, let last = price.last, let lastMeasure = last.measure else { return }
        let change = PriceChange(
            amount: price.line.amount, last: last.amount, measure: price.line.measure, reason: price.reason)
        findings.append(finding(on: price, .measureChanged(change, lastMeasure: lastMeasure)))
    }
}
