import Federation
import Registry

/// An amount that is no amount: `4 1200,00`, `enligt avtal`.
struct AmountNotANumber: Rule {
    static let code = "amount-not-a-number"

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard record.given(.amount) != nil, record.amount == nil else { return }
        report.add(
            finding(on: record, .amount, ["notation": (record.rule(of: .amount)?.notation ?? .twoDecimals).rawValue]))
    }
}
