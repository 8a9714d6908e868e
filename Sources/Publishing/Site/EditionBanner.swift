package import Federation

/// What stands over an edition's page when it is served: what it is, whether a later one has taken its place, and the
/// ways on. The edition's own bytes stay as they were published.
package struct EditionBanner {
    /// Where the banner goes: behind the head of the page.
    package static let place = "</header>\n"

    private let number: Int
    private let decision: ListDecision
    private let supersededBy: [(number: Int, from: Day)]
    private let links: [SiteLink]
    private let language: Language

    /// The banner of an edition, with the later editions in its place, each from a day.
    package init(
        number: Int, decision: ListDecision, supersededBy: [(number: Int, from: Day)], links: [SiteLink],
        in language: Language
    ) {
        self.number = number
        self.decision = decision
        self.supersededBy = supersededBy
        self.links = links
        self.language = language
    }

    /// `Ersatt av utgåva 2 från 2023-04-01.`
    static func superseded(by number: Int, from: Day, in language: Language) -> String {
        language.pick("Ersatt av utgåva \(number) från \(from).", "Superseded by edition \(number) from \(from).")
    }

    /// The banner itself.
    package var bytes: [UInt8] {
        var html = HTMLWriter(capacity: 2048)
        html.wrap("<div class=\"wrap notices\" lang=\"", language.rawValue, "\">\n")
        html.siteLinks(links, in: language)
        let what = language.pick(
            "Utgåva \(number), beslutad \(decision.day) (\(decision.board.reference)). ",
            "Edition \(number), decided \(decision.day) (\(decision.board.reference)). The list itself is in Swedish. ")
        if supersededBy.isEmpty {
            html.wrap("<p class=\"notice\">", what, "</p>\n")
        } else {
            html.wrap("<p class=\"notice strong\">", what, "")
            for later in supersededBy {
                let text = EditionBanner.superseded(by: later.number, from: later.from, in: language)
                html.wrap("<strong>", text, "</strong> ")
            }
            html.markup("</p>\n")
        }
        html.markup("</div>\n")
        return html.bytes
    }
}

extension HTMLWriter {
    /// The ways to the other pages, over a page that is not framed by the site.
    mutating func siteLinks(_ links: [SiteLink], in language: Language) {
        wrap("<nav class=\"contents\" aria-label=\"", language.pick("Sidor", "Pages"), "\">\n<ul>\n")
        for link in links {
            wrap("<li><a href=\"", link.href, link.isCurrent ? "\" aria-current=\"page\">" : "\">")
            wrap("", link.name, "</a></li>\n")
        }
        markup("</ul>\n</nav>\n")
    }
}
