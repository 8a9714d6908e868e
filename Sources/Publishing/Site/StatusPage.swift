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
        /// The day that it came; nil where nothing was delivered.
        package let delivered: Day?
        /// The day that it was seen last; nil where nothing was delivered.
        package let lastSeen: Day?
        package let findings: [Severity: Int]

        package init(
            name: String, state: String, isWrong: Bool, delivered: Day?, lastSeen: Day?, findings: [Severity: Int]
        ) {
            self.name = name
            self.state = state
            self.isWrong = isWrong
            self.delivered = delivered
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
    private let language: Language
    /// How many missing things of one region and reason are named.
    private static let shown = 10

    package init(
        year: Year, links: [SiteLink], rows: [RegionRow], missing: [MissingItem], regions: [Region], codes: CodeLists,
        in language: Language
    ) {
        self.year = year
        self.links = links
        self.rows = rows
        self.missing = missing
        names = MissingNames(directory: Directory(regions), words: CodeWords(codes, in: language))
        self.language = language
    }

    /// The whole page; throws only where the template itself is wrong.
    package func bytes() throws -> [UInt8] {
        let lead =
            missing.isEmpty
            ? language.pick("Allt som krävs har kommit in.", "All that is owed has come in.")
            : language.pick("Underlaget är inte komplett.", "The deliveries are not complete.")
        let title = language.pick("Läget för prislistan \(year)", "Status of the price list \(year)")
        return try SiteFrame.page(title: title, lead: lead, links: links, in: language) { html in
            writeFeeds(to: &html)
            writeNotes(to: &html)
            writeMissing(to: &html)
        }
    }

    private func writeFeeds(to html: inout HTMLWriter) {
        let names = Headings(language)
        let heading = language.pick("Leveranser", "Deliveries")
        html.wrap("<section class=\"part\">\n<h2>", heading, "</h2>\n<table class=\"stack\">")
        html.tableHead(
            language.pick("Senaste leverans från varje region", "The latest delivery of every region"),
            [
                ("text", "Region"), ("text", names.feed), ("word", names.outcome), ("word", names.delivered),
                ("word", names.lastSeen), ("n", names.errors), ("n", names.warnings), ("n", names.infos),
            ])
        html.markup("<tbody>\n")
        for row in rows {
            for feed in row.feeds {
                html.wrap("<tr><th scope=\"row\">", row.name, "</th>")
                html.cell("text", feed.name, under: names.feed)
                html.cell(feed.isWrong ? "word bad" : "word", feed.state, under: names.outcome)
                html.cell("word", feed.delivered?.description ?? "–", under: names.delivered)
                html.cell("word", feed.lastSeen?.description ?? "–", under: names.lastSeen)
                html.cell("n", SwedishFormat.count(feed.findings[.error] ?? 0), under: names.errors)
                html.cell("n", SwedishFormat.count(feed.findings[.warning] ?? 0), under: names.warnings)
                html.cell("n", SwedishFormat.count(feed.findings[.info] ?? 0), under: names.infos)
                html.markup("</tr>\n")
            }
        }
        html.markup("</tbody></table>\n</section>\n")
    }

    private func writeNotes(to html: inout HTMLWriter) {
        let wrong = rows.filter { !$0.notes.isEmpty }
        guard !wrong.isEmpty else { return }
        html.wrap("<section class=\"part\">\n<h2>", language.pick("Att åtgärda", "To be mended"), "</h2>\n")
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
        html.wrap("<section class=\"part\">\n<h2>", language.pick("Saknas", "Missing"), "</h2>\n")
        if missing.isEmpty {
            let sentence = language.pick("Inget saknas för årets lista.", "Nothing is missing for the year's list.")
            html.wrap("<p class=\"complete\">", sentence, "</p>\n")
        }
        for group in MissingGroup.groups(of: missing) {
            let who =
                group.region.map(names.directory.regionName)
                ?? language.pick("Viktlista och prismodell", "Weight list and price model")
            html.wrap("<article class=\"missing\"><h3>", "\(who): \(group.reason.heading(in: language))", "")
            html.wrap(" (", SwedishFormat.count(group.items.count), ")</h3>\n")
            html.wrap("<p>", group.reason.sentence(in: language), "</p>\n<ul>")
            for item in group.items.prefix(StatusPage.shown) {
                let subject = names.subject(of: item)
                if !subject.isEmpty { html.wrap("<li>", subject, "</li>") }
            }
            let rest = group.items.count - StatusPage.shown
            let more = SwedishFormat.count(rest)
            if rest > 0 { html.wrap("<li>", language.pick("… och \(more) till", "… and \(more) more"), "</li>") }
            html.markup("</ul></article>\n")
        }
        html.markup("</section>\n")
    }
}

/// The headings of the deliveries' table.
private struct Headings {
    let feed: String
    let outcome: String
    let delivered: String
    let lastSeen: String
    let errors: String
    let warnings: String
    let infos: String

    init(_ language: Language) {
        feed = language.pick("Flöde", "Feed")
        outcome = language.pick("Utfall", "Outcome")
        delivered = language.pick("Levererad", "Delivered")
        lastSeen = language.pick("Senast sedd", "Last seen")
        errors = language.pick("Fel", "Errors")
        warnings = language.pick("Varningar", "Warnings")
        infos = language.pick("Upplysningar", "Infos")
    }
}
