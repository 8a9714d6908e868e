import Federation
import Pricing

extension MinutesPage {
    /// The first page: whose list it is, what was decided, and what must be known before using it.
    func writeCover(to html: inout HTMLWriter) {
        html.wrap("<header>\n<p class=\"publisher\">", document.publisher, "</p>\n")
        html.wrap("<h1>", document.name, "</h1>\n")
        html.wrap("<p class=\"stamp\">", document.stamp, "</p>\n")
        html.markup("<dl class=\"facts\">\n")
        for fact in decisionFacts + handFacts + (minutes.cover.correction?.facts ?? []) { writeFact(fact, to: &html) }
        writeFact(("Gäller", document.validity), to: &html)
        for fact in counts { writeFact(fact, to: &html) }
        html.markup("</dl>\n")
        for notice in document.notices(in: .swedish) {
            html.wrap("<p class=\"notice\"><strong>", notice.heading, ".</strong> ")
            html.wrap("", notice.sentence, "</p>\n")
        }
        html.markup("<p class=\"fingerprint\">Listans fingeravtryck (SHA-256 av JSON-filen)<br><code>")
        html.wrap("", minutes.cover.fingerprint.hex, "</code></p>\n</header>\n")
    }

    private var decisionFacts: [(String, String)] {
        guard case .adopted(let edition, let decision) = document.standing else {
            return [("Beslut", "ej fattat")]
        }
        return [
            ("Beslut", decision.board.reference), ("Beslutsdag", decision.day.description), ("Utgåva", String(edition)),
        ]
    }

    private var handFacts: [(String, String)] {
        [("Föreslagen av", minutes.proposed), ("Beslutet infört av", minutes.adopted)].compactMap { name, hand in
            hand.map { (name, "\($0.by), \($0.day)") }
        }
    }

    private var counts: [(String, String)] {
        let priced = [
            ("DRG-priser", list.drg.count), ("Vårdtjänster", list.careServices.count),
            ("Tilläggsdebiteringar", list.surcharges.count), ("Saknas", list.missing.count),
        ]
        return priced.map { ($0.0, SwedishFormat.count($0.1)) }
    }

    func writeFact(_ fact: (String, String), to html: inout HTMLWriter) {
        html.wrap("<div><dt>", fact.0, "</dt>")
        html.wrap("<dd>", fact.1, "</dd></div>\n")
    }

    /// The rules of the year in words.
    func writeRules(to html: inout HTMLWriter) {
        html.markup("<dl class=\"rules\">\n")
        for rule in document.rules(in: page.words) { writeFact((rule.name, rule.value), to: &html) }
        html.markup("</dl>\n")
    }

    /// What the list was made from, and the files that hold the whole list.
    func writeOrigin(to html: inout HTMLWriter) {
        html.markup(
            "<p>Ett fingeravtryck (SHA-256) pekar ut exakt en fil; ändras ett enda tecken blir det ett annat.</p>\n")
        writeFingerprints("Listan är gjord av", document.sources.map { ($0.name, $0.fingerprint) }, to: &html)
        let whole = [("Listan (kanonisk JSON)", minutes.cover.fingerprint)]
        writeFingerprints(
            "Listan i sin helhet", whole + minutes.cover.files.map { ($0.name, $0.sha256) }, to: &html)
    }

    private func writeFingerprints(
        _ caption: String, _ rows: [(String, Fingerprint)], to html: inout HTMLWriter
    ) {
        html.markup("<table class=\"sums\">")
        html.tableHead(caption, [("text", "Fil"), ("id", "SHA-256")])
        html.markup("<tbody>\n")
        for (name, fingerprint) in rows {
            html.wrap("<tr><td class=\"text\">", name, "</td>")
            html.wrap("<td class=\"sum\"><code>", fingerprint.hex, "</code></td></tr>\n")
        }
        html.markup("</tbody></table>\n")
    }
}
