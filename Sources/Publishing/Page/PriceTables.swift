import Federation
import Pricing

extension PriceListPage {
    static let drgCaption = "Pris per DRG-grupp och vårdform: vikt × poängpris, avrundat"
    static let fixedPriceNote = "Här gäller ett fast pris i stället för vikt × poängpris."
    static let surchargeNote = "Debiteras utöver priset för vården."

    /// The DRG prices; the point price has a column of its own where the year has several.
    func writeDRG(to html: inout HTMLWriter) {
        guard !list.drg.isEmpty else { return html.markup("<p class=\"none\">Listan har inga DRG-priser.</p>\n") }
        let hasSeveral = model.pointPrices.count > 1
        html.markup("<div class=\"block\"><table class=\"rows\">")
        var columns: [(StaticString, String)] = [
            ("code", "DRG"), ("text", "Benämning"), ("word", "MDC"), ("word", "Vårdform"), ("n", "Vikt"),
            ("n", "Pris, kr"), ("n limit", "Kostnads\u{AD}gräns, kr"), ("n limit", "Vårdtids\u{AD}gräns, dagar"),
            ("id", "Rad-id"),
        ]
        if hasSeveral { columns.insert(("word", "Poängpris"), at: 4) }
        html.tableHead(Self.drgCaption, columns)
        html.markup("<tbody>\n")
        for line in list.drg {
            html.wrap("<tr id=\"", line.id.description, "\">")
            html.cell("code", line.group.drg)
            html.cell("text", line.group.text)
            html.cell("word mdc", line.group.mdc)
            html.cell("word", words.typeOfCare(line.group.typeOfCare))
            if hasSeveral { html.cell("word", line.pointPrice) }
            html.cell("n weight", SwedishFormat.decimal(line.weight))
            html.cell("n price", SwedishFormat.kronor(line.amount))
            html.cell("n cost", line.group.costLimit.map(SwedishFormat.shortKronor))
            html.cell("n days", line.group.daysLimit.map(SwedishFormat.count))
            html.wrap("<td class=\"id\">", line.id.description, "</td></tr>\n")
        }
        html.markup("</tbody></table></div>\n")
    }

    /// Hospitals' own DRG prices.
    func writeFixedPrices(to html: inout HTMLWriter) {
        html.wrap("<p>", Self.fixedPriceNote, "</p>\n")
        writeByRegion(list.drgFixedPrices, region: \.region, to: &html) { lines, region, html in
            html.tableHead(
                "Fasta DRG-priser i \(directory.regionName(region))",
                [
                    ("code", "DRG"), ("text", "Skäl"), ("word", "Sjukhus"), ("word", "Vårdform"), ("n", "Pris, kr"),
                    ("id", "Rad-id"),
                ])
            html.markup("<tbody>\n")
            for line in lines {
                html.wrap("<tr id=\"", line.id.description, "\">")
                html.cell("code", line.drg)
                html.cell("text", line.reason)
                html.cell("word", directory.hospitalName(line.provider, in: region))
                html.cell("word last", words.typeOfCare(line.typeOfCare))
                html.cell("n price", SwedishFormat.kronor(line.amount))
                html.wrap("<td class=\"id\">", line.id.description, "</td></tr>\n")
            }
            html.markup("</tbody>")
        }
    }

    /// The surcharges, region by region.
    func writeSurcharges(to html: inout HTMLWriter) {
        html.wrap("<p>", Self.surchargeNote, "</p>\n")
        writeByRegion(list.surcharges, region: \.region, to: &html) { lines, region, html in
            html.tableHead(
                "Tilläggsdebiteringar i \(directory.regionName(region))",
                [
                    ("code", "Kod"), ("text", "Benämning"), ("word", "Sjukhus och enhet"), ("word", "Per"),
                    ("n", "Pris, kr"), ("id", "Rad-id"),
                ])
            html.markup("<tbody>\n")
            for line in lines {
                let surcharge = line.surcharge
                html.wrap("<tr id=\"", line.id.description, "\">")
                html.cell("code", surcharge.code)
                html.cell("text", surcharge.text)
                html.cell("word", directory.place(surcharge.provider, surcharge.unit, in: region))
                html.cell("word last", words.measure(surcharge.measure))
                html.cell("n price", SwedishFormat.kronor(line.amount))
                html.wrap("<td class=\"id\">", line.id.description, "</td></tr>\n")
            }
            html.markup("</tbody>")
        }
    }

    /// One table per region, in a block that the search can hide; the lines come in order of region.
    func writeByRegion<Line>(
        _ lines: [Line], region: (Line) -> RegionSlug, to html: inout HTMLWriter,
        table: (ArraySlice<Line>, RegionSlug, inout HTMLWriter) -> Void
    ) {
        for (slug, run) in lines.runs(by: region) {
            html.markup("<div class=\"block\">")
            writeRegionHeading(slug, run.count, to: &html)
            html.wrap("<table class=\"rows\" data-region=\"", slug.text, "\">")
            table(run, slug, &html)
            html.markup("</table></div>\n")
        }
    }

    /// A region's name and how many lines it has.
    func writeRegionHeading(_ region: RegionSlug, _ count: Int, to html: inout HTMLWriter) {
        html.wrap("<h3>", directory.regionName(region), " <span class=\"count\">")
        html.wrap("", SwedishFormat.count(count), "</span></h3>\n")
    }
}

extension RandomAccessCollection {
    /// The elements in runs that share a key, each with its key; equal keys stand together.
    func runs<Key: Equatable>(by key: (Element) -> Key) -> [(key: Key, elements: SubSequence)] {
        var runs: [(Key, SubSequence)] = []
        var rest = self[...]
        while let first = rest.first {
            let own = key(first)
            let run = rest.prefix { key($0) == own }
            runs.append((own, run))
            rest = rest.dropFirst(run.count)
        }
        return runs
    }
}
