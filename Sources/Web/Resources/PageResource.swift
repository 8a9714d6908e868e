import Federation
import Pipeline
import Publishing
import Registry
import Storage

/// The pages for people: how the year stands, the draft, and the goals; in Swedish, and in English where asked.
struct PageResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [
            .get("/") { try await own.status($0) },
            .get("/prislistor/{year}") { try await own.draft($0) },
            .get("/planer/{plan}") { try await own.goals($0) },
        ]
    }

    private func status(_ call: Call) async throws -> Answer {
        try call.query.allow(["lang"])
        let language = try call.pageLanguage()
        let report = try await holdings.status()
        let premises = holdings.gateway.premises
        let view = StatusView(gateway: holdings.gateway, report: report, language: language)
        let page = StatusPage(
            year: report.year, links: try await links(call), rows: premises.regions.map(view.row),
            missing: report.missing, regions: premises.regions.map(\.region), codes: premises.codes, in: language)
        return PageResource.answer(try page.bytes(), language)
    }

    /// The draft's own page under a line that says how old it is. The list itself is in Swedish.
    private func draft(_ call: Call) async throws -> Answer {
        try call.query.allow(["lang"])
        let language = try call.pageLanguage()
        let snapshot = try await holdings.snapshot(call)
        let record = snapshot.built.record
        let file = try await holdings.file(DraftFile(year: record.year, form: .html), of: snapshot)
        let report = try await holdings.status()
        let banner = DraftBanner(
            builtAt: record.builtAt, hasChanged: report.hasChanged(since: record), links: try await links(call),
            in: language)
        return PageResource.answer(banner.inserted(in: Array(file.body.plain.readableBytesView)), language)
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
            matrix, links: try await links(call), rounds: rounds,
            regions: holdings.gateway.premises.regions.map(\.region), in: language)
        return PageResource.answer(try page.bytes(), language)
    }

    /// The ways to the other pages, and to this one in the other language; to drafts only for who may see them.
    private func links(_ call: Call) async throws -> [SiteLink] {
        let language = try call.pageLanguage()
        let years = call.isLocal ? try await holdings.gateway.store.builtYears() : []
        let choice = call.query["lang"].map { "?lang=\($0)" } ?? ""
        let goals = language.pick("Mål", "Goals")
        let pages =
            [(language.pick("Läget", "Status"), "/")]
            + years.map { (language.pick("Prislista \($0)", "Price list \($0)"), "/prislistor/\($0)") }
            + holdings.gateway.premises.plans.map { ("\(goals) \($0.from.year)–\($0.to.year)", "/planer/\($0.id)") }
        let other = language.pick("en", "sv")
        return pages.map { SiteLink(name: $0.0, href: $0.1 + choice, isCurrent: $0.1 == call.path) }
            + [
                SiteLink(name: "API", href: "/openapi.json"),
                SiteLink(
                    name: language.pick("In English", "På svenska"),
                    href: "\(call.path)?\(call.query.replacing("lang", with: other))"),
            ]
    }

    private static func answer(_ bytes: [UInt8], _ language: Language) -> Answer {
        var answer = Answer(Body(bytes), mediaType: "text/html; charset=utf-8", caching: .askAgainPrivately)
        answer.headers[.contentSecurityPolicy] = ContentPolicy.page(bytes)
        answer.headers[.contentLanguage] = language.rawValue
        answer.variesByLanguage = true
        return answer
    }
}

extension Call {
    /// The language that a page's own link asked for, else the one that the browser wants.
    fileprivate func pageLanguage() throws(Problem) -> Language {
        try query.word("lang", of: Language.allCases.map(\.rawValue)).flatMap(Language.init) ?? language
    }
}
