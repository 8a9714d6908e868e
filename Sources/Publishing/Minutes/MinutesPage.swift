import Federation
import Pricing

/// The page that the minutes' PDF is made of: cover, contents, and a chapter for each thing the committee must see.
struct MinutesPage {
    /// How many of the changes, and of the deviations, are told one by one.
    static let changeLimit = 60
    static let deviationLimit = 500

    let minutes: Minutes
    let limits: Limits
    /// Writes the tables that the page on the web has too.
    let page: PriceListPage

    var document: PriceListDocument { minutes.document }
    var list: PriceList { minutes.document.list }

    /// A chapter: its place in the page, its heading, and what stands in it.
    struct Chapter {
        let id: StaticString
        let heading: String
        let write: (inout HTMLWriter) -> Void
    }

    init(_ minutes: Minutes, limits: Limits = Limits()) {
        self.minutes = minutes
        self.limits = limits
        page = PriceListPage(minutes.document)
    }

    /// The whole page.
    func bytes() -> [UInt8] {
        var html = HTMLWriter(capacity: 1 << 20)
        writeHead(to: &html)
        writeCover(to: &html)
        let chapters = self.chapters
        html.markup("<nav>\n<h2>Innehåll</h2>\n<ol>\n")
        for chapter in chapters {
            html.markup("<li><a href=\"#")
            html.markup(chapter.id)
            html.wrap("\">", chapter.heading, "</a></li>\n")
        }
        html.markup("</ol>\n</nav>\n")
        for chapter in chapters {
            html.markup("<section id=\"")
            html.markup(chapter.id)
            html.wrap("\">\n<h2>", chapter.heading, "</h2>\n")
            chapter.write(&html)
            html.markup("</section>\n")
        }
        html.markup("</body>\n</html>\n")
        return html.bytes
    }

    private var chapters: [Chapter] {
        let correction = minutes.correction.map { difference in
            Chapter(id: "rattelse", heading: "Vad rättelsen ändrar") { writeCorrection(difference, to: &$0) }
        }
        let matters = [
            Chapter(id: "forandringar", heading: "Förändringar sedan förra året", write: writeChanges),
            Chapter(id: "avvikelser", heading: "Avvikelser med skäl", write: writeDeviations),
            Chapter(id: "fullstandighet", heading: "Fullständighet", write: writeCompleteness),
        ]
        let rules = [
            Chapter(id: "regler", heading: "Årets regler", write: writeRules),
            Chapter(id: "omfattning", heading: "Var DRG-priser gäller", write: page.writeApplicability),
            Chapter(id: "drg", heading: "DRG-priser", write: writeDRG),
        ]
        let prices = [
            Chapter(id: "fasta", heading: "Fasta DRG-priser", write: writeFixedPrices),
            Chapter(id: "vardtjanster", heading: "Vårdtjänster", write: writeCareServices),
            Chapter(id: "tillagg", heading: "Tilläggsdebiteringar", write: writeSurcharges),
        ].filter { chapter in
            switch chapter.id.description {
            case "fasta": !list.drgFixedPrices.isEmpty
            case "tillagg": !list.surcharges.isEmpty
            default: true
            }
        }
        let origin = Chapter(id: "ursprung", heading: "Filer och fingeravtryck", write: writeOrigin)
        let isRegional = list.header.model.purpose == .regional
        return [correction].compactMap { $0 }
            + (isRegional ? matters + rules + prices : rules.filter { $0.id.description != "omfattning" }) + [origin]
    }

    private func writeHead(to html: inout HTMLWriter) {
        html.wrap("<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n<title>", title, "</title>\n")
        html.wrap("<meta name=\"author\" content=\"", document.publisher, "\">\n")
        html.wrap("<meta name=\"description\" content=\"", document.stamp, "\">\n")
        for name in ["dcterms.created", "dcterms.modified"] {
            html.wrap("<meta name=\"", name, "\" content=\"")
            html.wrap("", "\(document.fileDay)", "\">\n")
        }
        html.markup("<style>\n")
        html.markup(MinutesStyle.text)
        html.markup("</style>\n</head>\n<body>\n")
    }

    private var title: String { "\(document.name), \(document.stamp.lowercasedFirst)" }
}

extension String {
    /// The text with a small first letter, inside a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
