package import Federation
package import Pricing
package import Registry

/// The page that tells what differs between two lists, of two years or of one, the greatest changes first (jämförelse).
package struct DifferencePage: Sendable {
    /// How many lines of each kind are shown; the API has them all.
    private static let shown = 200

    private let difference: PriceListDifference
    private let links: [SiteLink]
    private let directory: Directory
    private let words: CodeWords
    private let language: Language

    /// The page; regions and codes give the names.
    package init(
        _ difference: PriceListDifference, links: [SiteLink], regions: [Region], codes: CodeLists, in language: Language
    ) {
        self.difference = difference
        self.links = links
        directory = Directory(regions)
        words = CodeWords(codes, in: language)
        self.language = language
    }

    /// The whole page; throws only where the template itself is wrong.
    package func bytes() throws -> [UInt8] {
        let counts = difference.total
        let isSameYear = difference.later.year == difference.earlier.year
        let earlier = isSameYear ? name(difference.earlier) : "\(difference.earlier.year)"
        let later = isSameYear ? name(difference.later) : "\(difference.later.year)"
        let title = language.pick("Prislista \(later) mot \(earlier)", "Price list \(later) against \(earlier)")
        let lead =
            name(difference.earlier) + " → " + name(difference.later)
            + language.pick(
                ". \(count(counts.changed)) \(counts.changed.word("rad ändrad", "rader ändrade")), \(count(counts.new)) \(counts.new.word("ny", "nya")), \(count(counts.gone)) borta.",
                ". \(count(counts.changed)) \(counts.changed.word("line", "lines")) changed, \(count(counts.new)) new, \(count(counts.gone)) gone."
            )
        return try SiteFrame.page(title: title, lead: lead, links: links, in: language) { html in
            writeRegions(to: &html)
            writeChanged(to: &html)
            write(difference.new, language.pick("Nya rader", "New lines"), to: &html)
            write(difference.gone, language.pick("Rader som är borta", "Lines that are gone"), to: &html)
        }
    }

    private func name(_ list: ListName) -> String {
        list.edition.map { language.pick("\(list.year), utgåva \($0)", "\(list.year), edition \($0)") }
            ?? language.pick("\(list.year), utkast", "\(list.year), draft")
    }

    private func writeRegions(to html: inout HTMLWriter) {
        html.wrap("<section class=\"part\">\n<h2>", language.pick("Per region", "By region"), "</h2>\n")
        html.markup("<table class=\"stack\">")
        let headings = [
            language.pick("Oförändrade", "Identical"), language.pick("Höjda", "Raised"),
            language.pick("Sänkta", "Lowered"), language.pick("Ändrade på annat sätt", "Changed otherwise"),
            language.pick("Nya", "New"), language.pick("Borta", "Gone"),
            language.pick("Priserna tillsammans förut", "The prices together before"),
            language.pick("och nu", "and now"),
        ]
        html.tableHead(
            language.pick(
                "Antal rader, och summan av priserna för höjda och sänkta rader",
                "Lines, and the sum of the prices of raised and lowered lines"),
            [("text", "Region")] + headings.map { ("n", $0) })
        html.markup("<tbody>\n")
        for region in difference.regions {
            let who =
                region.region.map(directory.regionName)
                ?? language.pick("DRG-priser, gemensamma", "DRG prices, common to all")
            write(region.counts, who, headings, to: &html)
        }
        write(difference.total, language.pick("Tillsammans", "Together"), headings, to: &html)
        html.markup("</tbody></table>\n</section>\n")
    }

    private func write(_ counts: DifferenceCounts, _ who: String, _ headings: [String], to html: inout HTMLWriter) {
        html.wrap("<tr><th scope=\"row\">", who, "</th>")
        let cells =
            [counts.identical, counts.raised, counts.lowered, counts.otherwiseChanged, counts.new, counts.gone]
            .map(count) + [money(counts.earlierSum.wire), money(counts.laterSum.wire)]
        for (heading, cell) in zip(headings, cells) { html.cell("n", cell, under: heading) }
        html.markup("</tr>\n")
    }

    private func writeChanged(to html: inout HTMLWriter) {
        let lines = difference.changed
        html.wrap("<section class=\"part\">\n<h2>", language.pick("Ändrade rader", "Changed lines"), "")
        html.wrap(" <span class=\"count\">", count(lines.count), "</span></h2>\n")
        writeShown(of: lines.count, to: &html)
        let headings = [
            language.pick("Kod", "Code"), language.pick("Vad", "What"), language.pick("Förut", "Before"),
            language.pick("Nu", "Now"), language.pick("Ändring", "Change"), "%",
        ]
        html.markup("<table class=\"stack\">")
        html.tableHead(
            language.pick("Störst ändring i kronor först", "The greatest change in kronor first"),
            [("code", headings[0]), ("text", headings[1])] + headings.dropFirst(2).map { ("n", $0) })
        html.markup("<tbody>\n")
        for line in lines.prefix(Self.shown) {
            html.markup("<tr>")
            html.cell("code", line.later.key.code, under: headings[0])
            html.cell("text", subject(of: line.later), under: headings[1])
            html.cell("n", money(line.earlier.amount.wire), under: headings[2])
            html.cell("n", money(line.later.amount.wire), under: headings[3])
            html.cell("n", line.change.map { money($0.wire) } ?? "–", under: headings[4])
            html.cell("n", line.ratio?.percent.map { number.decimal($0.text) } ?? "–", under: headings[5])
            html.markup("</tr>\n")
        }
        html.markup("</tbody></table>\n</section>\n")
    }

    private func write(_ lines: [ListedLine], _ title: String, to html: inout HTMLWriter) {
        guard !lines.isEmpty else { return }
        let headings = [
            language.pick("Kod", "Code"), language.pick("Vad", "What"), language.pick("Pris", "Price"),
        ]
        html.wrap("<section class=\"part\">\n<h2>", title, "")
        html.wrap(" <span class=\"count\">", count(lines.count), "</span></h2>\n")
        writeShown(of: lines.count, to: &html)
        html.markup("<table class=\"stack\">")
        html.tableHead(
            language.pick("Dyrast först", "The dearest first"),
            [("code", headings[0]), ("text", headings[1]), ("n", headings[2])])
        html.markup("<tbody>\n")
        for line in lines.prefix(Self.shown) {
            html.markup("<tr>")
            html.cell("code", line.key.code, under: headings[0])
            html.cell("text", subject(of: line), under: headings[1])
            html.cell("n", money(line.amount.wire), under: headings[2])
            html.markup("</tr>\n")
        }
        html.markup("</tbody></table>\n</section>\n")
    }

    private func writeShown(of total: Int, to html: inout HTMLWriter) {
        guard total > Self.shown else { return }
        let text = language.pick(
            "De första \(Self.shown) visas. Alla finns i API:et, under /v1/price-lists/\(difference.later.year)/differences.",
            "The first \(Self.shown) are shown. The API has them all, under /v1/price-lists/\(difference.later.year)/differences."
        )
        html.wrap("<p class=\"none\">", text, "</p>\n")
    }

    /// What a line is and where: text, kind of care, unit, hospital, region.
    private func subject(of line: ListedLine) -> String {
        let key = line.key
        let place = key.region.map { region in
            let hospital = key.provider.map { directory.hospitalName($0, in: region) }
            let unit = key.unit.map { directory.unitName($0, at: key.provider ?? "", in: region) }
            return [unit, hospital, directory.regionName(region)].compactMap { $0 }.joined(separator: ", ")
        }
        return [line.text, key.typeOfCare.map(words.typeOfCare), place].compactMap { $0 }.joined(separator: " · ")
    }

    private var number: NumberText { NumberText(language: language) }
    private func count(_ number: Int) -> String { self.number.decimal(String(number)) }
    private func money(_ plain: String) -> String { number.kronor(plain) }
}
