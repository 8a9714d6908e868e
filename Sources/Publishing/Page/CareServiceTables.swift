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
            var rest = lines
            while let first = rest.first {
                let run = rest.prefix {
                    $0.service.provider == first.service.provider && $0.service.unit == first.service.unit
                }
                html.markup("<tbody>\n")
                writeUnit(of: first, to: &html)
                for line in run { writeRow(line, to: &html) }
                html.markup("</tbody>")
                rest = rest.dropFirst(run.count)
            }
        }
    }

    private func writeUnit(of line: CareServiceLine, to html: inout HTMLWriter) {
        let service = line.service
        html.wrap(
            "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"9\">",
            directory.hospitalName(service.provider, in: line.region), " · ")
        html.wrap("", directory.unitName(service.unit, at: service.provider, in: line.region), "</th></tr>\n")
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
        var rest = list.careServices[...]
        while let first = rest.first {
            let run = rest.prefix { $0.region == first.region }
            html.wrap("<tr><td>", directory.regionName(first.region), "</td>")
            html.cell("n", SwedishFormat.count(run.count))
            html.cell("n", SwedishFormat.count(run.count { $0.basis != .delivered }))
            html.markup("</tr>\n")
            rest = rest.dropFirst(run.count)
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
