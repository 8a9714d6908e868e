import Federation
import Registry

/// A goal that is reported twice in one round.
struct DuplicateGoalReport: Rule {
    static let code = "duplicate-goal-report"
    static let feeds: Set<FeedKind> = [.plan]

    private struct Key: Hashable {
        let round: String
        let goal: String
    }

    private var seen = FirstPlaces<Key>()

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard record.kind == .goalReport, let round = record.given(.round)?.value,
            let goal = record.given(.goal)?.value, let first = seen.note(Key(round: round, goal: goal), record)
        else { return }
        report.add(Finding(Self.code, first, at: record.place, sample: record[.goal]?.raw))
    }
}
