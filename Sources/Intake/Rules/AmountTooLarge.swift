import Federation
import Registry

/// An amount that no care costs: over a hundred million kronor.
struct AmountTooLarge: Rule {
    static let code = "amount-too-large"
    /// The largest amount that is taken in: 100 000 000 kronor.
    static let most = Amount(ore: 10_000_000_000)

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let amount = record.amount, amount > Self.most else { return }
        report.add(finding(on: record, .amount, Self.arguments))
    }

    /// The finding's arguments.
    static var arguments: [String: String] { ["most": most.swedish] }
}
