import Federation
import Pricing
import Registry

/// A price of at most a tenth of last year's adopted price.
struct PriceATenthOfLastYear: Rule {
    static let code = "price-a-tenth-of-last-year"

    private let previous: [LineID: Amount]

    init(_ context: RuleContext) { previous = context.previous }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let (amount, last) = record.comparison(with: previous), last.isAtLeast(10, times: amount) else { return }
        report.add(finding(on: record, .amount, ["lastYear": last.swedish]))
    }
}
