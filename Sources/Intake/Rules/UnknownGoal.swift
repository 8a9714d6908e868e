import Federation
import Planning
import Registry

/// A goal that the plan does not have.
struct UnknownGoal: Rule {
    static let code = "unknown-goal"
    static let feeds: Set<FeedKind> = [.plan]

    /// For each plan its goals.
    private let goals: [String: Set<String>]
    /// Findings on goals of some other plan, by goal: which plan it is about may stand last in the file.
    private var doubtful: [String: WaitingFindings] = [:]

    init(_ context: RuleContext) {
        goals = Dictionary(
            context.plans.map { ($0.id, Set($0.goals.map(\.id))) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.goal), !goals.isEmpty else { return }
        let goal = given.value ?? ""
        if goals.values.allSatisfy({ $0.contains(goal) }) { return }
        if goals.values.contains(where: { $0.contains(goal) }) {
            doubtful[goal, default: WaitingFindings()].add(finding(on: record, .goal))
        } else {
            report.add(finding(on: record, .goal))
        }
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let plan = header.text(.plan), let known = goals[plan] else { return }
        report.add(WaitingFindings(doubtful.filter { !known.contains($0.key) }.map(\.value)))
    }
}
