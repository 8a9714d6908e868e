import Federation
import Pipeline
import Publishing
import Registry
import Storage

/// The pages for people, in Swedish: how the year stands, the draft, and the goals.
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
        try call.query.allow([])
        let report = try await holdings.status()
        let premises = holdings.gateway.premises
        let view = StatusView(gateway: holdings.gateway, report: report)
        let page = StatusPage(
            year: report.year, links: try await links(call), rows: premises.regions.map(view.row),
            missing: report.missing, regions: premises.regions.map(\.region), codes: premises.codes)
        return PageResource.answer(try page.bytes())
    }

    private func draft(_ call: Call) async throws -> Answer {
        try call.query.allow([])
        let snapshot = try await holdings.snapshot(call)
        let file = DraftFile(year: snapshot.built.record.year, form: .html)
        return try await holdings.file(file, of: snapshot).answer(.askAgainPrivately)
    }

    private func goals(_ call: Call) async throws -> Answer {
        let matrix = try await holdings.matrix(call)
        let rounds = matrix.reportedRounds.map { round in
            SiteLink(name: round.description, href: "\(call.path)?round=\(round)", isCurrent: round == matrix.round)
        }
        let page = GoalPage(
            matrix, links: try await links(call), rounds: rounds,
            regions: holdings.gateway.premises.regions.map(\.region))
        return PageResource.answer(try page.bytes())
    }

    /// The ways to the other pages; to drafts only for who may see them.
    private func links(_ call: Call) async throws -> [SiteLink] {
        let years = call.isLocal ? try await holdings.gateway.store.builtYears() : []
        let links =
            [("Läget", "/")] + years.map { ("Prislista \($0)", "/prislistor/\($0)") }
            + holdings.gateway.premises.plans.map { ("Mål \($0.from.year)–\($0.to.year)", "/planer/\($0.id)") }
            + [("API", "/openapi.json")]
        return links.map { SiteLink(name: $0.0, href: $0.1, isCurrent: $0.1 == call.path) }
    }

    private static func answer(_ bytes: [UInt8]) -> Answer {
        var answer = Answer(Body(bytes), mediaType: "text/html; charset=utf-8", caching: .askAgainPrivately)
        answer.headers[.contentSecurityPolicy] = ContentPolicy.page(bytes)
        return answer
    }
}

/// Puts a status in the words of its page.
struct StatusView {
    let gateway: Gateway
    let report: StatusReport
    /// How many findings of a code are told.
    private static let examples = 2

    /// A region's row.
    func row(_ region: RegionDescriptor) -> StatusPage.RegionRow {
        let feeds = report.feeds.filter { $0.region == region.region.slug }
        return StatusPage.RegionRow(name: region.region.name, feeds: feeds.map(feed), notes: feeds.flatMap(notes))
    }

    private func feed(_ feed: FeedStatus) -> StatusPage.Feed {
        let failed = feed.lastArrival?.failure != nil
        let verdict = feed.examination?.verdict
        let state = failed ? "hämtningen misslyckades" : verdict?.word(in: .swedish) ?? "inget levererat"
        return StatusPage.Feed(
            name: name(feed.kind), state: state, isWrong: failed || verdict != .accepted,
            lastSeen: feed.current?.lastSeen.day, findings: feed.findings)
    }

    /// What is wrong with a feed and what to do: a fetch that failed, and the findings that are not mere facts.
    private func notes(_ feed: FeedStatus) -> [StatusPage.Note] {
        var notes: [StatusPage.Note] = []
        if let arrival = feed.lastArrival, let failure = arrival.failure {
            notes.append(
                StatusPage.Note(
                    heading: "\(name(feed.kind)): senaste hämtningen misslyckades (\(failure))",
                    sentences: [arrival.detail, "Be regionen se över sin server, och hämta igen med samverkan fetch."]
                        .compactMap { $0 }))
        }
        guard let report = feed.examination?.report else { return notes }
        let catalogue = gateway.premises.catalogue
        let text = FindingText(catalogue, in: .swedish)
        for code in report.totals.keys.sorted(by: { $0.precedes($1) }) where catalogue[code].severity != .info {
            for finding in report.samples.filter({ $0.code == code }).prefix(StatusView.examples) {
                let sentences = catalogue.sentences(of: finding, in: .swedish)
                let place = finding.place.map { " · " + text.place($0) } ?? ""
                notes.append(
                    StatusPage.Note(
                        heading: "\(text.word(for: catalogue[code].severity)) \(code)\(place)",
                        sentences: [sentences.wrong, sentences.whatToDo].filter { !$0.isEmpty }))
            }
            let rest = (report.totals[code] ?? 0) - StatusView.examples
            if rest > 0 {
                notes.append(
                    StatusPage.Note(heading: "… och \(SwedishFormat.count(rest)) till av \(code)", sentences: []))
            }
        }
        return notes
    }

    private func name(_ kind: FeedKind) -> String {
        switch kind {
        case .priceList: "Prisunderlag"
        case .plan: "Planrapport"
        }
    }
}
