internal import Federation
internal import Pricing

extension PriceListPage {
    /// Where DRG prices hold, hospital by hospital, and which units are excepted.
    func writeApplicability(to html: inout HTMLWriter) {
        guard !list.applicability.isEmpty else {
            return html.markup("<p class=\"none\">Ingen region har anmält att DRG-priser gäller.</p>\n")
        }
        html.markup("<p>Där DRG inte gäller, och vid enheter som är undantagna, debiteras vårdtjänster.</p>\n")
        html.markup("<div class=\"scroll\"><table>")
        html.tableHead(
            "Sjukhus och vårdformer med DRG-priser, och undantagna enheter",
            [
                ("text", "Sjukhus"), ("word", words.typeOfCare(.outpatient).capitalizedFirst),
                ("word", words.typeOfCare(.inpatient).capitalizedFirst), ("text", "Undantagna enheter"),
            ])
        let places = Dictionary(grouping: list.applicability) { Place(region: $0.region, provider: $0.provider) }
        for region in document.owingRegions {
            html.markup("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"4\">")
            html.wrap("", region.name, "</th></tr>\n")
            for hospital in region.hospitals {
                let held = places[Place(region: region.slug, provider: hospital.id)] ?? []
                html.wrap("<tr><th scope=\"row\">", hospital.name, "</th>")
                for type in TypeOfCare.allCases { writeRule(held.first { $0.typeOfCare == type }, to: &html) }
                writeExceptions(held.flatMap(\.exceptions), in: region.slug, to: &html)
                html.markup("</tr>\n")
            }
            html.markup("</tbody>")
        }
        html.markup("</table></div>\n")
    }

    private func writeRule(_ place: Applicability?, to html: inout HTMLWriter) {
        guard let place else { return html.markup("<td class=\"word none\">vårdtjänster</td>") }
        html.cell("word price", model.pointPrices.count > 1 ? "DRG, \(place.pointPrice)" : "DRG")
    }

    /// The same exception may stand at both kinds of care; it is told once.
    private func writeExceptions(_ exceptions: [DRGException], in region: RegionSlug, to html: inout HTMLWriter) {
        html.markup("<td>")
        let sorted = Set(exceptions).sorted {
            $0.unit == $1.unit ? $0.reason.precedes($1.reason) : $0.unit.precedes($1.unit)
        }
        if !sorted.isEmpty { html.markup("<ul class=\"plain\">") }
        for exception in sorted {
            html.wrap("<li>", directory.unitName(exception.unit, at: exception.provider, in: region), "")
            if exception.typesOfCare != .all {
                html.wrap(" (", words.typesOfCare(exception.typesOfCare, in: .swedish), ")")
            }
            html.wrap(": ", exception.reason, "</li>")
        }
        html.markup(sorted.isEmpty ? "</td>" : "</ul></td>")
    }
}

/// A hospital of a region.
private struct Place: Hashable {
    let region: RegionSlug
    let provider: String
}

extension String {
    /// The text with a capital first letter, as a heading.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
