import Federation
import Planning
import Testing

/// A small plan with three regions, for the tests of this room.
enum Sample {
    static var plan: BusinessPlan {
        get throws {
            BusinessPlan(
                id: "verksamhetsplan-2021-2024", title: "Verksamhetsplan", from: try day("2021-01-01"),
                to: try day("2024-12-31"), owner: "Samverkansnämnden", decision: nil,
                goals: [
                    Goal(id: "1", title: "Följa upp avtalet"),
                    Goal(id: "10", title: "Fastställa en årlig prislista", source: .gateway),
                    Goal(id: "A1", title: "Ett mål till"),
                ])
        }
    }

    static var regions: [RegionSlug] {
        get throws { try ["uppsala", "varmland", "orebro"].map { try #require(RegionSlug($0)) } }
    }

    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// A gateway whose committee decides on the list for 2023 on 2 December 2022.
    static func gateway(
        published: [Int] = [], drafts: [Int] = [], today: String = "2022-11-15"
    ) throws -> GatewayStatus {
        let year = try #require(Year(2023))
        return GatewayStatus(
            published: Set(published.compactMap { Year($0) }), drafts: Set(drafts.compactMap { Year($0) }),
            decisionDays: [year: try day("2022-12-02")], today: try day(today))
    }

    /// A report with these statuses by round and goal.
    static func report(
        _ region: String, _ rounds: [String: [String: GoalStatus]], plan: String = "verksamhetsplan-2021-2024",
        created: String = "2022-10-03T08:00:00Z"
    ) throws -> PlanReport {
        let origin = RecordOrigin(part: 0, line: 1, column: 1, offset: 0, length: 10)
        return PlanReport(
            region: try #require(RegionSlug(region)),
            organisationNumber: try #require(OrganisationNumber("232100-0024")), plan: plan,
            created: try #require(Instant(created)), contact: nil,
            rounds: try rounds.map { name, goals in
                RoundReport(
                    round: try #require(ReportingRound(name)),
                    goals: goals.map { goal, status in
                        GoalReport(
                            goal: goal, status: status, shareDone: 60, evidence: "protokoll", comment: "kommentar",
                            origin: origin)
                    })
            })
    }
}
