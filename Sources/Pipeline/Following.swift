import Federation
package import Planning
import Registry
import Storage

extension Gateway {
    /// Goals × regions of a plan, for a round or for the newest that any region has reported.
    package func goals(plan id: String?, round: ReportingRound? = nil) async throws -> GoalMatrix {
        let plan = try self.plan(id)
        var reports: [PlanReport] = []
        for region in premises.regions {
            guard let feed = region.feed(.plan),
                let current = try await store.currentVersion(region: region.region.slug, kind: .plan)
            else { continue }
            let examination = try await examine(current.version, feed: feed, region: region)
            guard examination.verdict == .accepted else { continue }
            reports.append(try await store.planReport(examination: examination.id, region: region.region.slug))
        }
        // A list that was adopted elsewhere and read in is as published as one of ours.
        let published = try await store.editions().map(\.edition.year) + store.openedYears()
        let decisionDays = premises.years.compactMapValues { $0.model.timetable?.decision }
        let gateway = GatewayStatus(
            published: Set(published), drafts: Set(try await store.builtYears()),
            decisionDays: decisionDays, today: now().day)
        return GoalMatrix.rollUp(
            plan: plan, reports: reports, regions: premises.regions.map(\.region.slug), gateway: gateway,
            round: round)
    }

    /// The plan of that id; the only one where no id is given.
    package func plan(_ id: String?) throws -> BusinessPlan {
        let known = premises.plans.map(\.id).joined(separator: ", ")
        guard let id else {
            guard let plan = premises.plans.first else {
                throw CommandError("Det finns ingen plan.", "There is no plan.")
            }
            return plan
        }
        guard let plan = premises.plans.first(where: { $0.id == id }) else {
            throw CommandError(
                "Det finns ingen plan \(id). Planer: \(known).", "There is no plan \(id). Plans: \(known).")
        }
        return plan
    }
}
