import Federation
import Registry

/// Öre in a price of a year whose prices are whole kronor.
struct OreInKronaPrice: Rule {
    static let code = "ore-in-krona-price"

    private let wholeKronor: Bool

    init(_ context: RuleContext) { wholeKronor = context.wholeKronor }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard wholeKronor, let amount = record.reasonableAmount, amount.hasOre else { return }
        report.add(finding(on: record, .amount))
    }
}
