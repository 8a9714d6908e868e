import Federation
import Mustache
import Pricing

/// The page for people: one HTML file with its own style and script, in Swedish.
struct PriceListPage {
    /// The page shows every care service up to this many; beyond, a browser grows slow and the page gives counts.
    static let careServiceLimit = 20_000
    /// How many missing things of one region and reason are named.
    static let missingLimit = 200

    let document: PriceListDocument
    let directory: Directory
    let words: CodeWords

    var list: PriceList { document.list }
    var model: PriceModel { document.list.header.model }

    init(_ document: PriceListDocument) {
        self.document = document
        directory = Directory(document.regions)
        words = CodeWords(document.codes, in: .swedish)
    }

    /// The whole file; throws only where the template itself is wrong.
    func bytes() throws -> [UInt8] {
        let sections = self.sections.filter { $0.count > 0 || $0.isAlwaysShown }
        var body = HTMLWriter(capacity: 4096 + min(list.rowCount, PriceListPage.careServiceLimit) * 420)
        for section in sections {
            body.markup("<section id=\"")
            body.markup(section.id)
            body.wrap("\" class=\"part\">\n<h2>", section.heading, " <span class=\"count\">")
            body.wrap("", SwedishFormat.count(section.count), "</span></h2>\n")
            section.write(&body)
            body.markup("</section>\n")
        }
        let template = try MustacheTemplate(string: PageTemplate.text)
        return Array(template.render(frame(sections, body: String(decoding: body.bytes, as: UTF8.self))).utf8)
    }

    /// The parts of the page in their order; an empty one is left out unless its emptiness says something.
    private var sections: [PageSection] {
        let isRegional = model.purpose == .regional
        return [
            PageSection(id: "saknas", heading: "Saknas", count: list.missing.count, isAlwaysShown: isRegional) {
                writeMissing(to: &$0)
            },
            PageSection(id: "underlag", heading: "Underlag per region", count: list.completeness.count) {
                writeCompleteness(to: &$0)
            },
            PageSection(
                id: "omfattning", heading: "Var DRG-priser gäller", count: list.applicability.count,
                isAlwaysShown: isRegional
            ) { writeApplicability(to: &$0) },
            PageSection(id: "drg", heading: "DRG-priser", count: list.drg.count, isAlwaysShown: true) {
                writeDRG(to: &$0)
            },
            PageSection(id: "fasta", heading: "Fasta DRG-priser", count: list.drgFixedPrices.count) {
                writeFixedPrices(to: &$0)
            },
            PageSection(
                id: "vardtjanster", heading: "Vårdtjänster", count: list.careServices.count, isAlwaysShown: isRegional
            ) { writeCareServices(to: &$0) },
            PageSection(id: "tillagg", heading: "Tilläggsdebiteringar", count: list.surcharges.count) {
                writeSurcharges(to: &$0)
            },
        ]
    }
}

/// One part of the page with its heading and how much it holds.
struct PageSection {
    let id: StaticString
    let heading: String
    let count: Int
    var isAlwaysShown = false
    let write: (inout HTMLWriter) -> Void
}
