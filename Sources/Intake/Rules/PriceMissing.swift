import Federation
import Registry

/// A care service with neither an amount nor the wish for last year's price.
struct PriceMissing: Rule {
    static let code = "price-missing"

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard record.kind == .careService, record[.amount] == nil else { return }
        guard record[.asLastYear] == nil || record.text(.asLastYear) == "false" else { return }
        report.add(Finding(Self.code, at: record.place))
    }
}
