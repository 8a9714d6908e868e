import Federation
import Registry

/// A care service with both an amount and the wish for last year's price.
struct PriceTwice: Rule {
    static let code = "price-twice"

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard record.given(.amount) != nil, record.given(.asLastYear)?.value == "true" else { return }
        report.add(finding(on: record, .amount))
    }
}
