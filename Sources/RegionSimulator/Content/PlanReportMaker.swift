import Federation

/// Makes up a region's plan report: all rounds up to the last one of the simulation's plan.
struct PlanReportMaker {
    let region: Region
    let plan: SimulationPlan
    private let number: UInt64

    init?(_ slug: RegionSlug, plan: SimulationPlan) {
        guard let index = Organisations.all.firstIndex(where: { $0.slug == slug }) else { return nil }
        region = Organisations.all[index]
        number = UInt64(index)
        self.plan = plan
    }

    /// The report as it stands after its last round.
    func report() -> SimulatedPlanReport {
        SimulatedPlanReport(
            region: region, contact: "plan@\(region.slug).example",
            created: DeliveryClock.planReported(region: number, plan: plan),
            rounds: roundIDs.enumerated().map { index, id in
                SimulatedRound(id: id, goals: PlanTexts.goals.compactMap { report(on: $0, round: id, index) })
            })
    }

    /// Three rounds a year from 2021, and none after the plan's end.
    private var roundIDs: [String] {
        SimulationPlan.rounds.filter { !plan.reportedThrough.precedes($0) }
    }

    /// Goal 10 is the price list itself, which the regions do not report on. Region Värmland never reported on goals 4
    /// and 14, Region Gävleborg began with goal 12 in the third round.
    private func isReported(_ goal: Int, roundIndex: Int) -> Bool {
        switch (region.slug.text, goal) {
        case (_, 10), ("varmland", 4), ("varmland", 14): false
        case ("gavleborg", 12): roundIndex >= 2
        default: true
        }
    }

    private func report(on goal: PlanTexts.Goal, round: String, _ roundIndex: Int) -> SimulatedGoalReport? {
        guard isReported(goal.number, roundIndex: roundIndex) else { return nil }
        var chance = Chance(seed: plan.seed, number, UInt64(goal.number), 0x474F_414C)
        let pace = chance.number(in: 3...9)
        let shareDone = min(100, (roundIndex + 1) * pace)
        let status = status(shareDone, pace: pace, &chance)
        return SimulatedGoalReport(
            goal: String(goal.number), status: status, shareDone: shareDone, evidence: goal.evidence,
            comment: "Simulerad rapport: \(goal.comment)",
            measures: measures(goal, share: shareDone, &chance), activities: activities(goal, status),
            stopped: goal.stopped.map { [$0] } ?? [])
    }

    private func status(_ shareDone: Int, pace: Int, _ chance: inout Chance) -> SimulatedStatus {
        if shareDone >= 100 { return .achieved }
        if chance.happens(percent: 6) { return .notMeasurable }
        return pace >= 6 ? .onTrack : pace >= 4 ? .atRisk : .offTrack
    }

    private func measures(
        _ goal: PlanTexts.Goal, share: Int, _ chance: inout Chance
    ) -> [SimulatedGoalReport.Measure] {
        guard let measure = goal.measure else { return [] }
        let tenths = share * 7 + chance.number(in: 0...90)
        return [
            SimulatedGoalReport.Measure(
                name: measure.name, value: "\(tenths / 10).\(tenths % 10)0", unit: measure.unit, target: measure.target)
        ]
    }

    private func activities(_ goal: PlanTexts.Goal, _ status: SimulatedStatus) -> [SimulatedGoalReport.Activity] {
        goal.activities.enumerated().map { index, title in
            SimulatedGoalReport.Activity(
                title: title, status: index == 0 ? status : .notStarted,
                due: Day(year: min(plan.year, 2024), month: 6 + index * 6, day: index == 0 ? 30 : 31))
        }
    }
}
