import Federation
import Registry

/// The outcome of a measured effect is no decimal number.
struct ValueNotANumber: Rule {
    static let code = "value-not-a-number"
    static let feeds: Set<FeedKind> = [.plan]

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.value), given.value.flatMap({ ExactDecimal($0) }) == nil else { return }
        let hasComma = record.rule(of: .value)?.notation == .swedishDecimal
        report.add(finding(on: record, .value, ["notation": hasComma ? "decimalComma" : "decimalPoint"]))
    }
}
