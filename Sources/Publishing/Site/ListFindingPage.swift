package import Federation
import Pricing

/// The page of the findings on a list, with who let it stand with each and why (anmärkningar på listan).
package struct ListFindingPage: Sendable {
    /// How many findings of each group are shown; the API has them all.
    private static let shown = 200

    /// A finding, or an acknowledgement that has lapsed.
    package struct Entry: Sendable {
        /// What it is: severity, code and what it is about.
        package let heading: String
        /// What is noteworthy and what to do, and who acknowledged it and why.
        package let sentences: [String]

        package init(heading: String, sentences: [String]) {
            self.heading = heading
            self.sentences = sentences
        }
    }

    /// Findings that stand alike: open, acknowledged, lapsed.
    package struct Group: Sendable {
        package let title: String
        package let entries: [Entry]
        /// Whether somebody must do something about them.
        package let isOpen: Bool

        package init(title: String, entries: [Entry], isOpen: Bool) {
            self.title = title
            self.entries = entries
            self.isOpen = isOpen
        }
    }

    private let title: String
    private let lead: String
    private let links: [SiteLink]
    private let groups: [Group]
    private let language: Language

    /// The page; groups without entries are left out.
    package init(title: String, lead: String, links: [SiteLink], groups: [Group], in language: Language) {
        self.title = title
        self.lead = lead
        self.links = links
        self.groups = groups.filter { !$0.entries.isEmpty }
        self.language = language
    }

    /// The whole page; throws only where the template itself is wrong.
    package func bytes() throws -> [UInt8] {
        try SiteFrame.page(title: title, lead: lead, links: links, in: language) { html in
            if groups.isEmpty {
                let none = language.pick("Inga anmärkningar på listan.", "No findings on the list.")
                html.wrap("<p class=\"complete\">", none, "</p>\n")
            }
            for group in groups { write(group, to: &html) }
        }
    }

    private func write(_ group: Group, to html: inout HTMLWriter) {
        let number = NumberText(language: language)
        html.wrap("<section class=\"part\">\n<h2>", group.title, "")
        html.wrap(" <span class=\"count\">", number.decimal(String(group.entries.count)), "</span></h2>\n")
        html.markup(group.isOpen ? "<div class=\"missing\"><dl class=\"notes\">\n" : "<dl class=\"notes\">\n")
        for entry in group.entries.prefix(Self.shown) {
            html.wrap("<dt>", entry.heading, "</dt>")
            for sentence in entry.sentences { html.wrap("<dd>", sentence, "</dd>") }
            html.markup("\n")
        }
        html.markup(group.isOpen ? "</dl></div>\n" : "</dl>\n")
        let rest = group.entries.count - Self.shown
        if rest > 0 {
            let text = language.pick(
                "… och \(rest) till; alla finns i API:et.", "… and \(rest) more; the API has them all.")
            html.wrap("<p class=\"none\">", text, "</p>\n")
        }
        html.markup("</section>\n")
    }
}
