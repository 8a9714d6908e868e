import Federation
import Pipeline
import Publishing
import Registry
import Storage

/// The pages for people that are about no single list: how the year stands, and the goals; in Swedish, and in English where asked.
struct PageResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [
            .get("/") { try await own.status($0) },
            .get("/planer/{plan}") { try await own.goals($0) },
        ]
    }

    private func status(_ call: Call) async throws -> Answer {
        try call.query.allow(["lang"])
        let language = try call.pageLanguage()
        let report = try await holdings.status()
        let premises = holdings.gateway.premises
        let view = StatusView(gateway: holdings.gateway, report: report, language: language, showsText: call.isLocal)
        let page = StatusPage(
            year: report.year, links: try await holdings.links(call), rows: premises.regions.map(view.row),
            missing: report.missing, regions: premises.regions.map(\.region), codes: premises.codes, in: language)
        return Answer(page: try page.bytes(), in: language)
    }

    private func goals(_ call: Call) async throws -> Answer {
        let language = try call.pageLanguage()
        let matrix = try await holdings.matrix(call, allowing: ["lang"])
        let choice = call.query["lang"].map { "&lang=\($0)" } ?? ""
        let rounds = matrix.reportedRounds.map { round in
            SiteLink(
                name: round.description, href: "\(call.path)?round=\(round)\(choice)",
                isCurrent: round == matrix.round)
        }
        let page = GoalPage(
            matrix, links: try await holdings.links(call), rounds: rounds,
            regions: holdings.gateway.premises.regions.map(\.region), in: language)
        return Answer(page: try page.bytes(), in: language)
    }
}
