import Federation
import Pricing
import Registry

/// A price of at least ten times last year's adopted price.
struct PriceTenTimesLastYear: Rule {
    static let code = "price-ten-times-last-year"

    private let previous: [LineID: Amount]

    init(_ context: RuleContext) { previous = context.previous }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let (amount, last) = record.comparison(with: previous), amount.isAtLeast(10, times: last) else { return }
        report.add(finding(on: record, .amount, ["lastYear": last.swedish]))
    }
}
