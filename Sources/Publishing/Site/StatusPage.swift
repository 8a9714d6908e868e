package import Federation
package import Pricing
package import Registry

/// The page that tells how the year stands: who has delivered, what is wrong and what to do (läget).
package struct StatusPage: Sendable {
    /// One feed of a region in a row of the table.
    package struct Feed: Sendable {
        package let name: String
        package let state: String
        /// Whether somebody must do something about it.
        package let isWrong: Bool
        /// The day that it was seen last; nil where nothing was delivered.
        package let lastSeen: Day?
        package let findings: [Severity: Int]

        package init(name: String, state: String, isWrong: Bool, lastSeen: Day?, findings: [Severity: Int]) {
            self.name = name
            self.state = state
            self.isWrong = isWrong
            self.lastSeen = lastSeen
            self.findings = findings
        }
    }

    /// Something that is wrong: what and where, then what it means and what to do.
    package struct Note: Sendable {
        package let heading: String
        package let sentences: [String]

        package init(heading: String, sentences: [String]) {
            self.heading = heading
            self.sentences = sentences
        }
    }

    /// A region with its feeds and what is wrong with them.
    package struct RegionRow: Sendable {
        package let name: String
        package let feeds: [Feed]
        package let notes: [Note]

        package init(name: String, feeds: [Feed], notes: [Note]) {
            self.name = name
            self.feeds = feeds
            self.notes = notes
        }
    }

    private let year: Year
    private let links: [SiteLink]
    private let rows: [RegionRow]
    private let missing: [MissingItem]
    private let names: MissingNames
    /// How many missing things of one region and reason are named.
    private static let shown = 10

    package init(
        year: Year, links: [SiteLink], rows: [RegionRow], missing: [MissingItem], regions: [Region], codes: CodeLists
    ) {
        self.year = year
        self.links = links
        self.rows = rows
        self.missing = missing
        names = MissingNames(directory: Directory(regions), words: CodeWords(codes, in: .swedish))
    }

    /// The whole page, in Swedish; throws only where the template itself is wrong.
    package func bytes() throws -> [UInt8] {
        let lead = missing.isEmpty ? "Allt som krävs har kommit in." : "Underlaget är inte komplett."
        return try SiteFrame.page(title: "Läget för prislistan \(year)", lead: lead, links: links) { html in
            writeFeeds(to: &html)
            writeNotes(to: &html)
            writeMissing(to: &html)
        }
    }

    private func writeFeeds(to html: inout HTMLWriter) {
        html.markup("<section class=\"part\">\n<h2>Leveranser</h2>\n<table class=\"stack\">")
        html.tableHead(
            "Senaste leverans från varje region",
            [
                ("text", "Region"), ("text", "Flöde"), ("word", "Utfall"), ("word", "Senast sedd"), ("n", "Fel"),
                ("n", "Varningar"), ("n", "Uppgifter"),
            ])
        html.markup("<tbody>\n")
        for row in rows {
            for feed in row.feeds {
                html.wrap("<tr><th scope=\"row\">", row.name, "</th>")
                html.cell("text", feed.name, under: "Flöde")
                html.cell(feed.isWrong ? "word bad" : "word", feed.state, under: "Utfall")
                html.cell("word", feed.lastSeen?.description ?? "–", under: "Senast sedd")
                html.cell("n", SwedishFormat.count(feed.findings[.error] ?? 0), under: "Fel")
                html.cell("n", SwedishFormat.count(feed.findings[.warning] ?? 0), under: "Varningar")
                html.cell("n", SwedishFormat.count(feed.findings[.info] ?? 0), under: "Uppgifter")
                html.markup("</tr>\n")
            }
        }
        html.markup("</tbody></table>\n</section>\n")
    }

    private func writeNotes(to html: inout HTMLWriter) {
        let wrong = rows.filter { !$0.notes.isEmpty }
        guard !wrong.isEmpty else { return }
        html.markup("<section class=\"part\">\n<h2>Att åtgärda</h2>\n")
        for row in wrong {
            html.wrap("<article class=\"missing\"><h3>", row.name, "</h3>\n<dl class=\"notes\">")
            for note in row.notes {
                html.wrap("<dt>", note.heading, "</dt>")
                for sentence in note.sentences { html.wrap("<dd>", sentence, "</dd>") }
            }
            html.markup("</dl></article>\n")
        }
        html.markup("</section>\n")
    }

    private func writeMissing(to html: inout HTMLWriter) {
        html.markup("<section class=\"part\">\n<h2>Saknas</h2>\n")
        if missing.isEmpty { html.markup("<p class=\"complete\">Inget saknas för årets lista.</p>\n") }
        for group in MissingGroup.groups(of: missing) {
            let who = group.region.map(names.directory.regionName) ?? "Viktlista och prismodell"
            html.wrap("<article class=\"missing\"><h3>", "\(who): \(group.reason.heading(in: .swedish))", "")
            html.wrap(" (", SwedishFormat.count(group.items.count), ")</h3>\n")
            html.wrap("<p>", group.reason.sentence(in: .swedish), "</p>\n<ul>")
            for item in group.items.prefix(StatusPage.shown) {
                let subject = names.subject(of: item)
                if !subject.isEmpty { html.wrap("<li>", subject, "</li>") }
            }
            let rest = group.items.count - StatusPage.shown
            if rest > 0 { html.wrap("<li>… och ", SwedishFormat.count(rest), " till</li>") }
            html.markup("</ul></article>\n")
        }
        html.markup("</section>\n")
    }
}
