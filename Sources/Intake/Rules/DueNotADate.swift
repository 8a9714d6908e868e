import Federation
import Registry

/// The day that an activity should be done by is no day.
struct DueNotADate: Rule {
    static let code = "due-not-a-date"
    static let feeds: Set<FeedKind> = [.plan]

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.due), given.value.flatMap({ Day($0) }) == nil else { return }
        report.add(finding(on: record, .due))
    }
}
