package import Federation
import Pricing

/// The page of a year's list: how far it has come, its editions with their decisions, and every file (prislistans sida).
package struct ListPage: Sendable {
    /// A file of an edition.
    package struct File: Sendable {
        package let name: String
        package let href: String
        package let bytes: Int
        package let sha256: Fingerprint

        package init(name: String, href: String, bytes: Int, sha256: Fingerprint) {
            self.name = name
            self.href = href
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    /// A published edition with what is known around it.
    package struct Edition: Sendable {
        package let number: Int
        package let decision: ListDecision
        package let validTo: Day
        package let publishedAt: Instant
        /// Why it corrects the one before it; nil for a first edition.
        package let correction: String?
        /// Later editions in its place, each from a day.
        package let supersededBy: [(number: Int, from: Day)]
        package let files: [File]
        /// Where it can be read as a page.
        package let href: String

        package init(
            number: Int, decision: ListDecision, validTo: Day, publishedAt: Instant, correction: String?,
            supersededBy: [(number: Int, from: Day)], files: [File], href: String
        ) {
            self.number = number
            self.decision = decision
            self.validTo = validTo
            self.publishedAt = publishedAt
            self.correction = correction
            self.supersededBy = supersededBy
            self.files = files
            self.href = href
        }
    }

    private let year: Year
    private let links: [SiteLink]
    private let lead: String
    private let notices: [Notice]
    private let ways: [SiteLink]
    private let editions: [Edition]
    private let language: Language

    /// A sentence about the work on the list.
    package struct Notice: Sendable {
        package let text: String
        /// Whether somebody must do something about it.
        package let isStrong: Bool

        package init(_ text: String, isStrong: Bool = false) {
            self.text = text
            self.isStrong = isStrong
        }
    }

    /// A page; `ways` lead to the draft, the comparison and the findings, `editions` stand with the newest first.
    package init(
        year: Year, links: [SiteLink], lead: String, notices: [Notice], ways: [SiteLink], editions: [Edition],
        in language: Language
    ) {
        self.year = year
        self.links = links
        self.lead = lead
        self.notices = notices
        self.ways = ways
        self.editions = editions
        self.language = language
    }

    /// The whole page; throws only where the template itself is wrong.
    package func bytes() throws -> [UInt8] {
        let title = language.pick("Prislista \(year)", "Price list \(year)")
        return try SiteFrame.page(title: title, lead: lead, links: links, in: language) { html in
            if !notices.isEmpty {
                html.markup("<div class=\"notices\">\n")
                for notice in notices {
                    html.wrap(
                        notice.isStrong ? "<p class=\"notice strong\">" : "<p class=\"notice\">", notice.text, "</p>\n")
                }
                html.markup("</div>\n")
            }
            html.wrap("<nav class=\"contents\" aria-label=\"", language.pick("Listan", "The list"), "\">\n<ul>\n")
            for way in ways {
                html.wrap("<li><a href=\"", way.href, "\">")
                html.wrap("", way.name, "</a></li>\n")
            }
            html.markup("</ul>\n</nav>\n")
            writeEditions(to: &html)
        }
    }

    private func writeEditions(to html: inout HTMLWriter) {
        html.wrap("<section class=\"part\">\n<h2>", language.pick("Utgåvor", "Editions"), "</h2>\n")
        if editions.isEmpty {
            html.wrap(
                "<p class=\"none\">",
                language.pick("Ingen utgåva är publicerad ännu.", "No edition has been published yet."), "</p>\n")
        }
        for edition in editions { write(edition, to: &html) }
        html.markup("</section>\n")
    }

    private func write(_ edition: Edition, to html: inout HTMLWriter) {
        html.wrap("<article id=\"utgava-", String(edition.number), "\">\n")
        html.wrap("<h3><a href=\"", edition.href, "\">")
        html.wrap("", language.pick("Utgåva \(edition.number)", "Edition \(edition.number)"), "</a></h3>\n")
        for later in edition.supersededBy {
            let text = EditionBanner.superseded(by: later.number, from: later.from, in: language)
            html.wrap("<p class=\"notice strong\"><strong>", text, "</strong></p>\n")
        }
        let decision = edition.decision
        html.markup("<dl class=\"facts\">\n")
        fact(
            language.pick("Beslut", "Decision"), "\(decision.board.reference), \(decision.day)", to: &html)
        fact(
            language.pick("Beslutad att gälla", "Decided to hold"), "\(decision.validFrom) – \(edition.validTo)",
            to: &html)
        fact(language.pick("Publicerad", "Published"), edition.publishedAt.minute, to: &html)
        if let reason = edition.correction {
            fact(
                language.pick("Rättar utgåva \(edition.number - 1)", "Corrects edition \(edition.number - 1)"), reason,
                to: &html)
        }
        html.markup("</dl>\n")
        writeFiles(of: edition, to: &html)
        html.markup("</article>\n")
    }

    private func fact(_ name: String, _ value: String, to html: inout HTMLWriter) {
        html.wrap("<div><dt>", name, "</dt>")
        html.wrap("<dd>", value, "</dd></div>\n")
    }

    private func writeFiles(of edition: Edition, to html: inout HTMLWriter) {
        let columns = [language.pick("Fil", "File"), language.pick("Byte", "Bytes"), "SHA-256"]
        html.markup("<table class=\"stack\">")
        html.tableHead(
            language.pick("Filer, oförändrade sedan publiceringen", "Files, unchanged since they were published"),
            [("text", columns[0]), ("n", columns[1]), ("id", columns[2])])
        html.markup("<tbody>\n")
        for file in edition.files {
            html.wrap("<tr><td class=\"text\" data-h=\"", columns[0], "\">")
            html.wrap("<a href=\"", file.href, "\">")
            html.wrap("", file.name, "</a></td>")
            html.cell("n", NumberText(language: language).decimal(String(file.bytes)), under: columns[1])
            html.cell("id", file.sha256.hex, under: columns[2])
            html.markup("</tr>\n")
        }
        html.markup("</tbody></table>\n")
    }
}

extension Instant {
    /// The moment to the minute, in UTC: `2022-11-15 09:00 UTC`.
    package var minute: String { "\(description.prefix(10)) \(description.dropFirst(11).prefix(5)) UTC" }
}
