import Federation
import Planning
import Registry

/// A status that is none of the seven.
struct UnknownStatus: Rule {
    static let code = "unknown-status"
    static let feeds: Set<FeedKind> = [.plan]

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.status), given.value.flatMap(GoalStatus.init(rawValue:)) == nil else { return }
        let known = record.words(of: .status, for: GoalStatus.allCases.map(\.rawValue))
        report.add(finding(on: record, .status, ["known": known]))
    }
}
