import Federation
import Pipeline
import Publishing
import Registry

extension Holdings {
    /// The ways to the other pages, and to this one in the other language; to lists without an edition only for who
    /// may see drafts.
    func links(_ call: Call) async throws -> [SiteLink] {
        let language = try call.pageLanguage()
        let years = try await self.years(call)
        let choice = call.query["lang"].map { "?lang=\($0)" } ?? ""
        let goals = language.pick("Mål", "Goals")
        let pages =
            [(language.pick("Läget", "Status"), "/")]
            + years.map { (language.pick("Prislista \($0)", "Price list \($0)"), "/prislistor/\($0)") }
            + gateway.premises.plans.map { ("\(goals) \($0.from.year)–\($0.to.year)", "/planer/\($0.id)") }
        let other = language.pick("en", "sv")
        return pages.map { SiteLink(name: $0.0, href: $0.1 + choice, isCurrent: $0.1 == call.path) }
            + [
                SiteLink(name: "API", href: "/openapi.json"),
                SiteLink(
                    name: language.pick("In English", "På svenska"),
                    href: "\(call.path)?\(call.query.replacing("lang", with: other))"),
            ]
    }
}

extension Call {
    /// The language that a page's own link asked for, else the one that the browser wants.
    func pageLanguage() throws(Problem) -> Language {
        try query.word("lang", of: Language.allCases.map(\.rawValue)).flatMap(Language.init) ?? language
    }

    /// The query that keeps the language that was chosen by a link; empty where none was.
    var languageChoice: String { query["lang"].map { "?lang=\($0)" } ?? "" }
}

extension Answer {
    /// A page for people.
    init(page bytes: [UInt8], in language: Language, caching: Caching = .askAgainPrivately) {
        self.init(Body(bytes), mediaType: "text/html; charset=utf-8", caching: caching)
        headers[.contentSecurityPolicy] = ContentPolicy.page(bytes)
        headers[.contentLanguage] = language.rawValue
        variesByLanguage = true
    }
}
