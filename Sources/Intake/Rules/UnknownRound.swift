import Federation
import Planning
import Registry

/// A reporting round that is none, or of a year outside every plan's period.
struct UnknownRound: Rule {
    static let code = "unknown-round"
    static let feeds: Set<FeedKind> = [.plan]

    private let plans: [BusinessPlan]

    init(_ context: RuleContext) { plans = context.plans }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.round) else { return }
        if let round = given.value.flatMap({ ReportingRound($0) }), isInSomePeriod(round.year) { return }
        report.add(finding(on: record, .round))
    }

    private func isInSomePeriod(_ year: Year) -> Bool {
        plans.isEmpty || plans.contains { ($0.from.year...$0.to.year).contains(year.number) }
    }
}
