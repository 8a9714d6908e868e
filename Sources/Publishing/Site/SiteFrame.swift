import Federation
import Mustache

/// A way to another page.
package struct SiteLink: Sendable {
    package let name: String
    package let href: String
    /// Whether it leads to the page that it stands on.
    package let isCurrent: Bool

    package init(name: String, href: String, isCurrent: Bool = false) {
        self.name = name
        self.href = href
        self.isCurrent = isCurrent
    }
}

/// What stands around the content of every page: exactly what the template sees.
struct SiteFrame {
    let language: String
    let skip: String
    let pages: String
    let title: String
    let lead: String
    let links: [SiteLink]
    let body: String
    let publisher: String
    let style = SiteFrame.style

    /// The whole page; throws only where the template itself is wrong.
    static func page(
        title: String, lead: String, links: [SiteLink], in language: Language,
        body write: (inout HTMLWriter) -> Void
    ) throws -> [UInt8] {
        var html = HTMLWriter(capacity: 16_384)
        write(&html)
        let frame = SiteFrame(
            language: language.rawValue,
            skip: language.pick("Hoppa till innehållet", "Skip to the content"),
            pages: language.pick("Sidor", "Pages"), title: title, lead: lead, links: links,
            body: String(decoding: html.bytes, as: UTF8.self),
            publisher: language.pick(
                "Samverkansnämnden, Sjukvårdsregion Mellansverige",
                "The cooperation board (Samverkansnämnden) of Sjukvårdsregion Mellansverige"))
        return Array(try MustacheTemplate(string: template).render(frame).utf8)
    }

    /// The style of the price list's page, and what only these pages have.
    private static let style =
        PageStyle.text + """
            .site { margin-top: 1.25rem; }
            .contents a[aria-current] { background: var(--accent); color: #fff; border-color: var(--accent); }
            td.bad { color: var(--strong); font-weight: 600; }
            .notes dt { font-weight: 600; margin-top: .5rem; }
            .notes dd { margin: 0; }
            .goals { overflow-x: auto; }
            .goals td:not(.n) { min-width: 7rem; }
            @media screen and (max-width: 44rem) {
              .stack td.id { white-space: normal; overflow-wrap: anywhere; }
              .goals tr { padding: .75rem 0 !important; }
              .goals th[scope=row] { font-size: 1.02rem; }
              .goals td { display: flex !important; gap: .5rem; padding: .1rem 0 !important; }
              .goals td::before { flex: 0 0 10.5rem; }
            }
            .goals .sign { font-size: 1.15em; margin-right: .3em; }
            @media print { @page { size: A4 landscape; } }

            """

    private static let template = """
        <!doctype html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}}</title>
        <style>{{{style}}}</style>
        </head>
        <body>
        <a class="skip" href="#innehall">{{skip}}</a>
        <header class="head">
        <div class="wrap">
        <p class="publisher">{{publisher}}</p>
        <h1>{{title}}</h1>
        <p class="validity">{{lead}}</p>
        </div>
        </header>
        <nav class="wrap contents site" aria-label="{{pages}}">
        <ul>
        {{#links}}
        <li><a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a></li>
        {{/links}}
        </ul>
        </nav>
        <main id="innehall" class="wrap">
        {{{body}}}
        </main>
        </body>
        </html>

        """
}
