import Federation
import Pricing

extension MinutesPage {
    /// Last year against this year: counts per region, and the greatest changes one by one.
    func writeChanges(to html: inout HTMLWriter) {
        guard let changes = minutes.changes else {
            return html.markup("<p>Det finns ingen tidigare lista att jämföra med.</p>\n")
        }
        html.wrap("<p>Jämfört med ", words(for: changes.earlier), ". ")
        let same = changes.total.identical
        html.wrap(
            "", "\(SwedishFormat.count(same)) \(same.word("rad är oförändrad", "rader är oförändrade"))", ".</p>\n")
        writeCounts(of: changes, to: &html)
        writeChanged(changes.changed, from: "Förra året, kr", to: "I år, kr", &html)
        writeLines(changes.new, "Nya rader, de dyraste först", to: &html)
        writeLines(changes.gone, "Rader som är borta, de dyraste först", to: &html)
    }

    /// A correction against the edition that it corrects: every line, and what else is another.
    func writeCorrection(_ difference: PriceListDifference, to html: inout HTMLWriter) {
        html.wrap("<p>Jämfört med ", words(for: difference.earlier), ".</p>\n")
        writeChanged(
            difference.changed, from: heading(of: difference.earlier), to: heading(of: difference.later), &html)
        writeLines(difference.new, "Nya rader, de dyraste först", to: &html)
        writeLines(difference.gone, "Rader som är borta, de dyraste först", to: &html)
        let shown = difference.changed.map(\.later) + difference.new + difference.gone
        let others = Set(minutes.cover.correction?.changes ?? []).subtracting(shown.map(\.id.description))
        guard !others.isEmpty else { return }
        let list = others.sorted { $0.precedes($1) }.prefix(MinutesPage.changeLimit).joined(separator: ", ")
        html.wrap("<p>Också ändrat (rader där andra uppgifter än de ovan är ändrade, och avsnitt): ", list, ".</p>\n")
    }

    private func words(for name: ListName) -> String {
        name.edition.map { "listan för \(name.year), utgåva \($0)" } ?? "utkastet för \(name.year)"
    }

    private func writeCounts(of changes: PriceListDifference, to html: inout HTMLWriter) {
        html.markup("<table>")
        html.tableHead(
            "Antal rader",
            [
                ("text", "Region"), ("n", "Lika"), ("n", "Höjda"), ("n", "Sänkta"), ("n", "Ändrade på annat sätt"),
                ("n", "Nya"), ("n", "Borta"),
            ])
        html.markup("<tbody>\n")
        for region in changes.regions {
            let name = region.region.map(page.directory.regionName) ?? "DRG-priser, gemensamma"
            writeCounts(region.counts, named: name, to: &html)
        }
        writeCounts(changes.total, named: "Alla", to: &html)
        html.markup("</tbody></table>\n")
    }

    private func writeCounts(_ counts: DifferenceCounts, named name: String, to html: inout HTMLWriter) {
        html.wrap("<tr><th scope=\"row\">", name, "</th>")
        let numbers = [
            counts.identical, counts.raised, counts.lowered, counts.otherwiseChanged, counts.new, counts.gone,
        ]
        for number in numbers { html.cell("n", SwedishFormat.count(number)) }
        html.markup("</tr>\n")
    }

    /// The heading of the prices of one of two lists of a year.
    private func heading(of name: ListName) -> String { (name.edition.map { "Utgåva \($0)" } ?? "Utkastet") + ", kr" }

    /// Lines whose price or other data changed; `earlier` and `later` are the headings of the two prices.
    private func writeChanged(
        _ lines: [ChangedLine], from earlier: String, to later: String, _ html: inout HTMLWriter
    ) {
        guard !lines.isEmpty else { return html.markup("<p>Ingen rad har ändrat pris.</p>\n") }
        let shown = lines.prefix(MinutesPage.changeLimit)
        html.markup("<table>")
        html.tableHead(
            "De största förändringarna (\(SwedishFormat.count(shown.count)) av \(SwedishFormat.count(lines.count)))",
            [
                ("code", "Kod"), ("text", "Rad"), ("n", earlier), ("n", later), ("n", "Skillnad, kr"), ("n", "%"),
                ("text", "Vad som ändrats"),
            ])
        html.markup("<tbody>\n")
        for line in shown {
            html.markup("<tr>")
            html.cell("code", line.later.key.code)
            html.cell("text", subject(of: line.later))
            html.cell("n", SwedishFormat.kronor(line.earlier.amount))
            html.cell("n", SwedishFormat.kronor(line.later.amount))
            html.cell("n", line.change.map(SwedishFormat.change))
            html.cell("n", line.ratio?.percent.map(SwedishFormat.decimal))
            html.cell("text", line.kinds.map(\.swedish).joined(separator: ", "))
            html.markup("</tr>\n")
        }
        html.markup("</tbody></table>\n")
    }

    private func writeLines(_ lines: [ListedLine], _ caption: String, to html: inout HTMLWriter) {
        guard !lines.isEmpty else { return }
        let shown = lines.prefix(MinutesPage.changeLimit)
        html.markup("<table>")
        html.tableHead(
            "\(caption) (\(SwedishFormat.count(shown.count)) av \(SwedishFormat.count(lines.count)))",
            [("code", "Kod"), ("text", "Rad"), ("n", "Pris, kr")])
        html.markup("<tbody>\n")
        for line in shown {
            html.markup("<tr>")
            html.cell("code", line.key.code)
            html.cell("text", subject(of: line))
            html.cell("n", SwedishFormat.kronor(line.amount))
            html.markup("</tr>\n")
        }
        html.markup("</tbody></table>\n")
    }

    /// What a line prices and where: `Läkarbesök · Akademiska sjukhuset, Kirurgkliniken`.
    private func subject(of line: ListedLine) -> String {
        guard let region = line.key.region, let provider = line.key.provider else { return line.text }
        let hospital = page.directory.hospitalName(provider, in: region)
        let unit = line.key.unit.map { page.directory.unitName($0, at: provider, in: region) }
        return "\(line.text) · " + [hospital, unit].compactMap { $0 }.joined(separator: ", ")
    }

    /// What is noteworthy: what persons have seen and let stand, and what the regions say of their own changes.
    func writeDeviations(to html: inout HTMLWriter) {
        guard !minutes.deviations.isEmpty else {
            return html.markup("<p>Listan har inga anmärkningar.</p>\n")
        }
        let shown = minutes.deviations.prefix(MinutesPage.deviationLimit)
        html.markup(
            "<p>Anmärkningar på listan: med skälet till att listan kan gälla, där en person har tagit ställning, eller med regionens eget skäl till priset.</p>\n"
        )
        html.markup("<table>")
        html.tableHead(
            "Avvikelser (\(SwedishFormat.count(shown.count)) av \(SwedishFormat.count(minutes.deviations.count)))",
            [("text", "Gäller"), ("text", "Anmärkning"), ("text", "Skäl"), ("word", "Av, dag")])
        html.markup("<tbody>\n")
        for deviation in shown {
            html.markup("<tr>")
            html.cell("text", deviation.subject)
            html.cell("text", deviation.finding)
            html.cell("text", deviation.reason)
            html.cell("word", [deviation.by, deviation.day?.description].compactMap { $0 }.joined(separator: ", "))
            html.markup("</tr>\n")
        }
        html.markup("</tbody></table>\n")
    }

    /// What each region owed and gave, and what is missing.
    func writeCompleteness(to html: inout HTMLWriter) {
        page.writeCompleteness(to: &html)
        html.markup("<h3>Saknas</h3>\n")
        page.writeMissing(to: &html)
    }
}

extension SwedishFormat {
    /// A change in kronor with its sign: `+1 200,00`; its number in words of digits only where it passes 64 bits of öre.
    static func change(_ sum: AmountSum) -> String {
        guard let ore = Int64(exactly: sum.ore) else { return sum.wire }
        return (ore > 0 ? "+" : "") + kronor(Amount(ore: ore))
    }
}

extension ChangedLine.Kind {
    /// What differs, in a word or two.
    fileprivate var swedish: String {
        switch self {
        case .amount: "pris"
        case .measure: "enhet"
        case .typeOfCare: "vårdform"
        case .careLevel: "vårdnivå"
        case .unit: "klinik eller enhet"
        case .pointPrice: "poängpris"
        case .weight: "vikt"
        case .limits: "ytterfallsgräns"
        case .text: "benämning"
        }
    }
}
