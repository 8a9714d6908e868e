import Federation
import Registry

/// An amount of nothing. What has no price is stated as not applicable.
struct AmountZero: Rule {
    static let code = "amount-zero"

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let amount = record.amount, amount.ore == 0 else { return }
        report.add(finding(on: record, .amount))
    }
}
