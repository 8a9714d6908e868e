import Federation
import Pricing

extension PriceListPage {
    /// Where DRG prices hold, hospital by hospital, and which units are excepted.
    func writeApplicability(to html: inout HTMLWriter) {
        guard !list.applicability.isEmpty else {
            return html.markup("<p class=\"none\">Ingen region har anmält att DRG-priser gäller.</p>\n")
        }
        html.markup("<p>Där DRG inte gäller, och vid enheter som är undantagna, debiteras vårdtjänster.</p>\n")
        html.markup("<table class=\"stack\">")
        html.tableHead(
            "Sjukhus och vårdformer med DRG-priser, och undantagna enheter",
            [
                ("text", "Sjukhus"), ("word", words.typeOfCare(.outpatient).capitalizedFirst),
                ("word", words.typeOfCare(.inpatient).capitalizedFirst), ("text", "Undantagna enheter"),
            ])
        let places = Dictionary(grouping: list.applicability) { Place(region: $0.region, provider: $0.provider) }
        let delivered = Set(list.header.submissions.map(\.region))
        for region in document.owingRegions {
            html.markup("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"4\">")
            html.wrap("", region.name, "</th></tr>\n")
            for hospital in region.hospitals {
                let held = places[Place(region: region.slug, provider: hospital.id)] ?? []
                html.wrap("<tr><th scope=\"row\">", hospital.name, "</th>")
                for type in TypeOfCare.allCases {
                    writeRule(for: type, among: held, hasDelivered: delivered.contains(region.slug), to: &html)
                }
                writeExceptions(at: held, in: region.slug, to: &html)
                html.markup("</tr>\n")
            }
            html.markup("</tbody>")
        }
        html.markup("</table>\n")
    }

    private func writeRule(
        for type: TypeOfCare, among places: [Applicability], hasDelivered: Bool, to html: inout HTMLWriter
    ) {
        let heading = words.typeOfCare(type).capitalizedFirst
        guard let place = places.first(where: { $0.typeOfCare == type }) else {
            return html.cell("word none", hasDelivered ? "vårdtjänster" : "ej lämnat", under: heading)
        }
        html.cell("word price", model.pointPrices.count > 1 ? "DRG, \(place.pointPrice)" : "DRG", under: heading)
    }

    /// The same exception may stand at both kinds of care; it is told once.
    private func writeExceptions(at places: [Applicability], in region: RegionSlug, to html: inout HTMLWriter) {
        let declared = once(places.flatMap(\.exceptions))
        let decided = once(places.flatMap(\.decidedExceptions))
        guard !declared.isEmpty || !decided.isEmpty else { return html.markup("<td></td>") }
        html.markup("<td data-h=\"Undantagna enheter\"><ul class=\"plain\">")
        for exception in declared {
            let unit = directory.unitName(exception.unit, at: exception.provider, in: region)
            writeException(unit, exception.typesOfCare, exception.reason, to: &html)
        }
        for exception in decided.map(\.exception) {
            let unit = exception.unit.map { directory.unitName($0, at: exception.provider.provider, in: region) }
            writeException(
                unit ?? "Hela sjukhuset", exception.typesOfCare, exception.reason + " (beslut i prismodellen)",
                to: &html)
        }
        html.markup("</ul></td>")
    }

    private func writeException(
        _ what: String, _ typesOfCare: TypesOfCare, _ reason: String, to html: inout HTMLWriter
    ) {
        html.wrap("<li>", what, "")
        if typesOfCare != .all { html.wrap(" (", words.typesOfCare(typesOfCare, in: .swedish), ")") }
        html.wrap(": ", reason, "</li>")
    }

    private func once<Exception: Equatable>(_ exceptions: [Exception]) -> [Exception] {
        exceptions.reduce(into: []) { told, exception in
            if !told.contains(exception) { told.append(exception) }
        }
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
