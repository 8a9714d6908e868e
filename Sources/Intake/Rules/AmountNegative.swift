import Federation
import Registry

/// An amount below zero.
struct AmountNegative: Rule {
    static let code = "amount-negative"

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let amount = record.amount, amount.ore < 0 else { return }
        report.add(finding(on: record, .amount))
    }
}
