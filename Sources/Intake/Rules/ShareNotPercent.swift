import Federation
import Registry

/// A share done that is no whole percent from 0 to 100.
struct ShareNotPercent: Rule {
    static let code = "share-not-percent"
    static let feeds: Set<FeedKind> = [.plan]

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.shareDone) else { return }
        if let text = given.value, text.utf8.count <= 3, let share = ExactDecimal(text), share.scale == 0,
            (0...100).contains(share.units)
        {
            return
        }
        report.add(finding(on: record, .shareDone))
    }
}
