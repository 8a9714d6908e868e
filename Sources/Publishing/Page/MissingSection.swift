import Federation
import Pricing

extension PriceListPage {
    /// What is missing, by region and reason, in plain words.
    func writeMissing(to html: inout HTMLWriter) {
        guard !list.missing.isEmpty else {
            return html.markup(
                "<p class=\"complete\">Inget saknas: allt som regionerna är skyldiga finns i listan.</p>\n")
        }
        let names = MissingNames(directory: directory, words: words)
        var groups = MissingGroup.groups(of: list.missing)[...]
        while let first = groups.first {
            let own = groups.prefix { $0.region == first.region }
            let who = first.region.map(directory.regionName) ?? "Viktlista och prismodell"
            html.wrap("<article class=\"missing\"><h3>", who, "</h3>\n")
            for group in own { writeGroup(group, names: names, to: &html) }
            html.markup("</article>\n")
            groups = groups.dropFirst(own.count)
        }
    }

    private func writeGroup(_ group: MissingGroup, names: MissingNames, to html: inout HTMLWriter) {
        html.wrap("<p><strong>", group.reason.heading(in: .swedish), "")
        if group.items.count > 1 { html.wrap(" (", SwedishFormat.count(group.items.count), ")") }
        html.wrap(".</strong> ", group.reason.sentence(in: .swedish), "</p>\n")
        let subjects = group.items.prefix(PriceListPage.missingLimit).map { names.subject(of: $0) }
        writeSubjects(subjects.filter { !$0.isEmpty }, of: group.items.count, to: &html)
    }

    private func writeSubjects(_ subjects: [String], of total: Int, to html: inout HTMLWriter) {
        guard !subjects.isEmpty else { return }
        html.markup(subjects.count > 3 ? "<ul class=\"many\">" : "<ul>")
        for subject in subjects { html.wrap("<li>", subject, "</li>") }
        html.markup("</ul>\n")
        let rest = total - PriceListPage.missingLimit
        if rest > 0 {
            html.wrap("<p>… och ", SwedishFormat.count(rest), " till; alla står i JSON- och XML-filen.</p>\n")
        }
    }

    /// What each region owed and gave, and what it declares not applicable.
    func writeCompleteness(to html: inout HTMLWriter) {
        html.markup("<table class=\"stack\">")
        html.tableHead(
            "Vad varje region är skyldig och har lämnat",
            [
                ("text", "Region"), ("word", "Underlag"), ("n", "Sjukhus"), ("n", "Vårdtjänster"),
                ("n", "Förra årets rader"), ("n", "Saknas"),
            ])
        html.markup("<tbody>\n")
        for region in list.completeness {
            let state = region.state.word(in: .swedish)
            html.wrap("<tr><th scope=\"row\">", directory.regionName(region.region), "</th>")
            html.cell("word", region.usesLastGood ? "\(state) (äldre används)" : state, under: "Underlag")
            html.cell("n", share(region.hospitalsAnswered, of: region.hospitalsOwed), under: "Sjukhus")
            html.cell("n", SwedishFormat.count(region.linesPriced), under: "Vårdtjänster")
            let again = region.linesAgain + region.linesNotApplicable
            html.cell("n", share(again, of: region.linesOwed), under: "Förra årets rader")
            let missing = list.missing.count { $0.region == region.region }
            html.cell("n", SwedishFormat.count(missing), under: "Saknas")
            html.markup("</tr>\n")
        }
        html.markup("</tbody></table>\n")
        writeNotApplicable(to: &html)
    }

    private func writeNotApplicable(to html: inout HTMLWriter) {
        let declared = list.completeness.flatMap { region in region.notApplicable.map { (region.region, $0) } }
        guard !declared.isEmpty else { return }
        html.markup("<h3>Har inget pris i år, enligt regionen</h3>\n<ul class=\"plain\">")
        for (region, statement) in declared {
            html.wrap("<li>", directory.regionName(region), " · ")
            html.wrap("", subject(of: statement, in: region), ": ")
            html.wrap("", statement.reason, "</li>\n")
        }
        html.markup("</ul>\n")
    }

    private func subject(of statement: NotApplicable, in region: RegionSlug) -> String {
        let hospital = directory.hospitalName(statement.provider, in: region)
        switch statement.subject {
        case .hospital: return hospital
        case .line(let unit, let code, let typeOfCare, _):
            let name = directory.unitName(unit, at: statement.provider, in: region)
            return "\(hospital) · \(name) · \(code), \(words.typeOfCare(typeOfCare))"
        }
    }

    private func share(_ part: Int, of whole: Int) -> String {
        "\(SwedishFormat.count(part)) av \(SwedishFormat.count(whole))"
    }
}
