package import Federation

extension GoalMatrix {
    /// Rolls up what the regions have reported on a plan.
    ///
    /// - Parameters:
    ///   - reports: accepted reports in any order; reports on other plans and of other regions are left out, and of
    ///     two reports of one region the one created last counts.
    ///   - regions: the columns, in their order.
    ///   - gateway: what the gateway knows by itself.
    ///   - round: the round to show; nil for the newest that any of the regions has reported in.
    package static func rollUp(
        plan: BusinessPlan, reports: [PlanReport], regions: [RegionSlug], gateway: GatewayStatus,
        round: ReportingRound? = nil
    ) -> GoalMatrix {
        var latest: [RegionSlug: PlanReport] = [:]
        for report in reports where report.plan == plan.id && regions.contains(report.region) {
            if let known = latest[report.region], known.created >= report.created { continue }
            latest[report.region] = report
        }
        let reportedRounds = Set(latest.values.flatMap(\.rounds).map(\.round)).sorted()
        let shown = round ?? reportedRounds.last
        let columns = regions.map { region in
            Column(region: region, report: shown.flatMap { latest[region]?.report(for: $0) })
        }
        let rows = plan.goals.map { goal in
            let own = goal.source == .gateway ? shown.map { GoalProgress(gateway: gateway, in: $0) } : nil
            return Row(goal: goal, cells: columns.map { Cell(region: $0.region, progress: own ?? $0.progress(goal)) })
        }
        return GoalMatrix(
            plan: plan, round: shown, reportedRounds: reportedRounds, regions: regions, rows: rows,
            missing: columns.compactMap { $0.missing(in: plan) })
    }
}

/// One region's report in the round that is shown.
private struct Column {
    let region: RegionSlug
    let report: RoundReport?

    /// What the region says of a goal; nothing of a goal that it is not asked about.
    func progress(_ goal: Goal) -> GoalProgress? {
        guard goal.source == .reports else { return nil }
        return report?.goals.last { $0.goal == goal.id }.map(GoalProgress.init(report:))
    }

    func missing(in plan: BusinessPlan) -> GoalMatrix.Missing? {
        let goals = plan.goals.filter { $0.source == .reports && progress($0) == nil }.map(\.id)
        guard !goals.isEmpty else { return nil }
        return GoalMatrix.Missing(region: region, goals: goals, wholeRound: report == nil)
    }
}

extension GoalProgress {
    fileprivate init(report: GoalReport) {
        self.init(
            status: report.status, shareDone: report.shareDone, evidence: report.evidence, comment: report.comment,
            source: .reports)
    }

    fileprivate init(gateway: GatewayStatus, in round: ReportingRound) {
        self.init(
            status: gateway.priceListGoal(in: round), shareDone: nil, evidence: nil, comment: nil, source: .gateway)
    }
}
