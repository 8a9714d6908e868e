import Federation
import Registry

/// Öre in a price of a year whose prices are whole kronor.
struct OreInKronaPrice: Rule {
    static let code = "ore-in-krona-price"

    private let wholeKronor: Bool

    init(_ context: RuleContext) { wholeKronor = context.wholeKronor }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard wholeKronor, let amount = record.reasonableAmount, amount.hasOre else { return }
        let rounded = Amount(ore: (amount.ore + 50) / 100 * 100)
        let notation = record.rule(of: .amount)?.notation ?? .twoDecimals
        report.add(finding(on: record, .amount, ["rounded": notation.text(rounded)]))
    }
}
