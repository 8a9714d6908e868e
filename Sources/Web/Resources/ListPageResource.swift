import Adoption
import Federation
import Pipeline
import Publishing
import Reading
import Registry
import Sealing
import Storage

/// The pages for people about one list: how far it has come, its draft, each edition, the comparison, the findings.
struct ListPageResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [
            .get("/prislistor/{year}") { try await own.overview($0) },
            .get("/prislistor/{year}/utkast") { try await own.draft($0) },
            .get("/prislistor/{year}/utgavor/{edition}") { try await own.edition($0) },
            .get("/prislistor/{year}/jamforelse") { try await own.differences($0) },
            .get("/prislistor/{year}/anmarkningar") { try await own.findings($0) },
        ]
    }

    private func overview(_ call: Call) async throws -> Answer {
        try call.query.allow(["lang"])
        let language = try call.pageLanguage()
        let year = try call.year()
        let kept = try await holdings.editions(of: year)
        let draft = call.isLocal || kept.isEmpty ? try await draftIfAny(call, mustBe: kept.isEmpty) : nil
        let view = ListPageView(call: call, year: year, language: language, kept: kept)
        let state = try await holdings.gateway.listState(year)
        let notices = call.isLocal ? view.notices(state) + (try await notices(draft, state, language)) : []
        let page = ListPage(
            year: year, links: try await holdings.links(call), lead: view.lead(state), notices: notices,
            ways: view.ways(hasDraft: draft != nil, hasComparison: try await hasComparison(call)),
            editions: kept.reversed().map { view.edition($0, state) }, in: language)
        return Answer(page: try page.bytes(), in: language)
    }

    /// The draft's own page under a line that says how old it is. The list itself is in Swedish.
    private func draft(_ call: Call) async throws -> Answer {
        try call.query.allow(["lang"])
        let language = try call.pageLanguage()
        let draft = try await holdings.draft(call)
        let record = draft.built.record
        let file = try await holdings.file(DraftFile(year: draft.year, form: .html), of: draft)
        let report = try await holdings.status()
        let banner = DraftBanner(
            builtAt: record.builtAt, hasChanged: report.hasChanged(since: record),
            comparison: try await comparison(call, language), links: try await holdings.links(call), in: language)
        return Answer(page: banner.inserted(in: Array(file.body.plain.readableBytesView)), in: language)
    }

    /// The way to what the draft changes of the edition published last; nil where none is.
    private func comparison(_ call: Call, _ language: Language) async throws -> SiteLink? {
        guard let last = try await holdings.editions(of: try call.year()).last?.edition else { return nil }
        let choice = call.query["lang"].map { "&lang=\($0)" } ?? ""
        return SiteLink(
            name: language.pick("Jämför med utgåva \(last.number)", "Compare with edition \(last.number)"),
            href: "/prislistor/\(last.year)/jamforelse?fromEdition=\(last.number)&draft=true\(choice)")
    }

    /// An edition's own page, as it was published, under a banner that says whether it is superseded.
    private func edition(_ call: Call) async throws -> Answer {
        try call.query.allow(["lang"])
        let language = try call.pageLanguage()
        let (kept, json) = try await holdings.edition(call, number: call["edition"])
        guard let file = kept.files.first(where: { $0.ending(in: kept.edition) == "html" }) else {
            throw Problem.missing("Utgåvan har ingen sida.", "The edition has no page.")
        }
        let banner = EditionBanner(
            number: kept.edition.number, decision: kept.edition.decision,
            supersededBy: json.supersessions(kept.edition).map { ($0.number, $0.from) },
            links: try await holdings.links(call), in: language
        ).bytes
        let spliced = try SplicedSource(
            await holdings.open(file), inserting: banner, after: EditionBanner.place)
        var answer = Answer(
            content: .stream(
                PartStream(spliced), length: file.length + banner.count,
                tag: Fingerprint(of: Array(file.sha256.hex.utf8) + banner).hex, isCompressible: true),
            mediaType: file.mediaType, caching: .askAgain)
        answer.headers[.contentSecurityPolicy] = try await holdings.policy(of: file)
        answer.headers[.contentLanguage] = language.rawValue
        answer.variesByLanguage = true
        json.addLinks(from: kept.edition, to: &answer)
        return answer
    }

    private func differences(_ call: Call) async throws -> Answer {
        try call.query.allow(["lang"] + Holdings.comparisonNames)
        let language = try call.pageLanguage()
        let pair = try await holdings.comparedPair(call)
        let page = DifferencePage(
            try await holdings.difference(pair), links: try await holdings.links(call),
            regions: holdings.gateway.premises.regions.map(\.region), codes: holdings.gateway.premises.codes,
            in: language)
        return Answer(page: try page.bytes(), in: language)
    }

    private func findings(_ call: Call) async throws -> Answer {
        try call.query.allow(["draft", "lang"])
        let language = try call.pageLanguage()
        let view = ListFindingView(
            year: try call.year(), findings: try await holdings.findings(call), language: language,
            word: FindingText(holdings.gateway.premises.catalogue, in: language).word)
        return Answer(page: try view.page(links: try await holdings.links(call)).bytes(), in: language)
    }

    /// The draft where it may be seen; where nothing is published, there must be one.
    private func draftIfAny(_ call: Call, mustBe: Bool) async throws -> Draft? {
        if mustBe { return try await holdings.draft(call) }
        return try await holdings.draft(try call.year())
    }

    /// How old the draft is, and which regions have delivered after the proposal or the published edition.
    private func notices(
        _ draft: Draft?, _ state: ListState, _ language: Language
    ) async throws -> [ListPage.Notice] {
        if state.stage == .draft {
            guard let draft else { return [] }
            let built = draft.built.record.builtAt.minute
            let changed = try await holdings.status().hasChanged(since: draft.built.record)
            let text = language.pick("Utkastet byggdes \(built).", "The draft was built \(built).")
            let more = language.pick(
                " Underlaget har ändrats sedan utkastet byggdes.",
                " The deliveries have changed since the draft was built.")
            return [.init(text + (changed ? more : ""), isStrong: changed)]
        }
        return try await holdings.gateway.newerDeliveries(in: state).map { region in
            let name = holdings.gateway.premises.regions.first { $0.region.slug == region }?.region.name ?? region.text
            guard state.stage == .published else {
                return .init(
                    language.pick(
                        "Nyare leverans från \(name) än förslaget.", "Newer delivery from \(name) than the proposal."),
                    isStrong: true)
            }
            let edition = state.round.edition
            return .init(
                language.pick(
                    "Nyare leverans från \(name) än utgåva \(edition). Är utgåvan fel rättas den; annars behöver inget göras.",
                    "Newer delivery from \(name) than edition \(edition). Where the edition is wrong it is corrected; else "
                        + "there is nothing to do."))
        }
    }

    /// Whether there is a list of the year before to compare with.
    private func hasComparison(_ call: Call) async throws -> Bool {
        do {
            _ = try await holdings.comparedPair(call)
            return true
        } catch is Problem {
            return false
        }
    }
}
