import Federation
import Registry

/// A report on a plan that is not followed here.
struct UnknownPlan: Rule {
    static let code = "unknown-plan"
    static let feeds: Set<FeedKind> = [.plan]

    private let plans: [String]

    init(_ context: RuleContext) { plans = context.plans.map(\.id) }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let given = header.given(.plan) else { return }
        if let plan = given.value, plans.contains(plan) { return }
        report.add(finding(on: header, .plan, ["expected": plans.joined(separator: ", ")]))
    }
}
