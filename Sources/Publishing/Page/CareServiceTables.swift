import Federation
import Pricing

extension PriceListPage {
    /// The care services, region by region, with a heading for each unit; only counts where they are too many.
    func writeCareServices(to html: inout HTMLWriter) {
        guard !list.careServices.isEmpty else {
            return html.markup("<p class=\"none\">Listan har inga vårdtjänster.</p>\n")
        }
        guard list.careServices.count <= PriceListPage.careServiceLimit else { return writeCounts(to: &html) }
        writeByRegion(list.careServices, region: \.region, to: &html) { lines, region, html in
            html.tableHead("Vårdtjänster i \(directory.regionName(region))", CareServiceColumns.all)
            let place = { (line: CareServiceLine) in
                directory.place(line.service.provider, line.service.unit, in: region)
            }
            for (place, run) in lines.runs(by: place) {
                html.markup("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"9\">")
                html.wrap("", place, "</th></tr>\n")
                for line in run { writeRow(line, to: &html) }
                html.markup("</tbody>")
            }
        }
    }

    private func writeRow(_ line: CareServiceLine, to html: inout HTMLWriter) {
        let service = line.service
        let id = line.id.description
        html.wrap("<tr id=\"", id, "\">")
        html.cell("code", service.code)
        html.cell("text", service.text)
        html.cell("word", words.measure(service.measure))
        html.cell("word", words.typeOfCare(service.typeOfCare))
        html.cell("word", words.careLevel(service.careLevel))
        html.cell("word", service.medicalFieldCode?.description)
        html.cell("n price", SwedishFormat.kronor(line.amount))
        html.cell("word last", line.basis.swedish)
        html.wrap("<td class=\"id\">", id, "</td></tr>\n")
    }

    private func writeCounts(to html: inout HTMLWriter) {
        html.markup("<p>Listan har fler vårdtjänster än sidan visar. Alla rader finns i maskinfilerna ")
        html.markup("(JSON, XML och CSV); här står hur många varje region har.</p>\n")
        writeCareServiceCounts(to: &html)
    }

    /// How many care services each region has.
    func writeCareServiceCounts(to html: inout HTMLWriter) {
        html.markup("<table>")
        html.tableHead("Vårdtjänster per region", [("text", "Region"), ("n", "Antal"), ("n", "Varav uppräknade")])
        html.markup("<tbody>\n")
        for (region, run) in list.careServices.runs(by: \.region) {
            html.wrap("<tr><td>", directory.regionName(region), "</td>")
            html.cell("n", SwedishFormat.count(run.count))
            html.cell("n", SwedishFormat.count(run.count { $0.basis != .delivered }))
            html.markup("</tr>\n")
        }
        html.markup("</tbody></table>\n")
    }
}

/// The columns of a table of care services.
private enum CareServiceColumns {
    static let all: [(StaticString, String)] = [
        ("code", "Kod"), ("text", "Vårdtjänst"), ("word", "Per"), ("word", "Vårdform"), ("word", "Vårdnivå"),
        ("word", "MVO"), ("n", "Pris, kr"), ("word", "Grund"), ("id", "Rad-id"),
    ]
}
