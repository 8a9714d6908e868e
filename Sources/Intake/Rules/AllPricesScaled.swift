import Federation
import Pricing
import Registry

/// Most prices have moved by a factor of nine or more the same way: the file is in another unit, such as öre.
struct AllPricesScaled: Rule {
    static let code = "all-prices-scaled"
    /// Fewer comparable lines than this say nothing about the whole.
    private static let fewest = 10

    private let previous: [LineID: Amount]
    private var compared = 0
    private var higher = 0
    private var lower = 0

    init(_ context: RuleContext) { previous = context.previous }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let (amount, last) = record.comparison(with: previous) else { return }
        compared += 1
        if amount.isAtLeast(9, times: last) { higher += 1 }
        if last.isAtLeast(9, times: amount) { lower += 1 }
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        let moved = max(higher, lower)
        guard compared >= Self.fewest, moved * 2 > compared else { return }
        // The one cause of all of them is told instead.
        report.forget([PriceTenTimesLastYear.code, PriceATenthOfLastYear.code])
        report.add(Finding(Self.code, ["count": String(moved), "compared": String(compared)]))
    }
}
