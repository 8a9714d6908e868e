package import Federation

/// What stands over a draft's page when it is served: how old the draft is, whether it still holds, and the ways on.
package struct DraftBanner {
    private let builtAt: Instant
    private let hasChanged: Bool
    private let comparison: SiteLink?
    private let links: [SiteLink]
    private let language: Language

    /// A banner; `hasChanged` tells that deliveries have changed since the draft was built, and `comparison` leads to
    /// what it changes of the edition that is published.
    package init(
        builtAt: Instant, hasChanged: Bool, comparison: SiteLink? = nil, links: [SiteLink], in language: Language
    ) {
        self.builtAt = builtAt
        self.hasChanged = hasChanged
        self.comparison = comparison
        self.links = links
        self.language = language
    }

    /// The page with the banner under its head; the page's own bytes stay as they are.
    package func inserted(in page: [UInt8]) -> [UInt8] {
        guard let end = page.firstRange(of: Array("</header>\n".utf8))?.upperBound else { return page }
        return Array(page[..<end]) + bytes + page[end...]
    }

    private var bytes: [UInt8] {
        var html = HTMLWriter(capacity: 2048)
        html.wrap("<div class=\"wrap notices\" lang=\"", language.rawValue, "\">\n")
        html.siteLinks(links, in: language)
        let builtAt = builtAt.minute
        let built = language.pick(
            "Utkastet byggdes \(builtAt). ", "The draft was built \(builtAt). The list itself is in Swedish. ")
        if hasChanged {
            let changed = language.pick(
                "Underlaget har ändrats sedan utkastet byggdes.",
                "The deliveries have changed since the draft was built.")
            let advice = language.pick(
                " Bygg om det med samverkan build.", " Build it again with samverkan build.")
            html.wrap("<p class=\"notice strong\">", built, "<strong>")
            html.wrap("", changed, "</strong>")
            html.wrap("", advice, "</p>\n")
        } else {
            html.wrap("<p class=\"notice\">", built, "</p>\n")
        }
        if let comparison {
            html.wrap("<p class=\"notice\"><a href=\"", comparison.href, "\">")
            html.wrap("", comparison.name, "</a></p>\n")
        }
        html.markup("</div>\n")
        return html.bytes
    }
}
