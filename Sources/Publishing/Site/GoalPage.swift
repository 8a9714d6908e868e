package import Federation
package import Planning

/// The page that tells how far the regions have come with a plan's goals (måluppfyllelse).
package struct GoalPage: Sendable {
    private let matrix: GoalMatrix
    private let links: [SiteLink]
    private let rounds: [SiteLink]
    private let directory: Directory
    private let language: Language

    /// A page; `rounds` leads to the same page for every round that was reported.
    package init(_ matrix: GoalMatrix, links: [SiteLink], rounds: [SiteLink], regions: [Region], in language: Language)
    {
        self.matrix = matrix
        self.links = links
        self.rounds = rounds
        directory = Directory(regions)
        self.language = language
    }

    /// The whole page; throws only where the template itself is wrong.
    package func bytes() throws -> [UInt8] {
        let plan = matrix.plan
        let decision =
            plan.decision.map { "\($0.reference), \($0.day)" }
            ?? language.pick("beslut ej angivet", "decision not given")
        let valid = language.pick("gäller", "valid")
        let lead = "\(plan.owner) · \(valid) \(plan.from) – \(plan.to) · \(decision)"
        return try SiteFrame.page(title: plan.title, lead: lead, links: links, in: language) { html in
            writeRounds(to: &html)
            writeTable(to: &html)
            writeMissing(to: &html)
        }
    }

    private func writeRounds(to html: inout HTMLWriter) {
        guard !rounds.isEmpty else { return }
        let name = language.pick("Rapportomgångar", "Reporting rounds")
        html.wrap("<nav class=\"contents\" aria-label=\"", name, "\">\n<ul>")
        for round in rounds {
            html.wrap("<li><a href=\"", round.href, round.isCurrent ? "\" aria-current=\"page\">" : "\">")
            html.wrap("", round.name, "</a></li>")
        }
        html.markup("</ul>\n</nav>\n")
    }

    private func writeTable(to html: inout HTMLWriter) {
        let round =
            matrix.round.map { language.pick("Rapportomgång \($0)", "Reporting round \($0)") }
            ?? language.pick("Ingen region har rapporterat", "No region has reported")
        let name = language.pick("Mål och regioner", "Goals and regions")
        html.wrap("<section class=\"part goals\" tabindex=\"0\" aria-label=\"", name, "\">\n<table class=\"stack\">")
        let goal = language.pick("Mål", "Goal")
        let regions = matrix.regions.map { (StaticString("text"), directory.regionName($0)) }
        html.tableHead(round, [("n", language.pick("Nr", "No.")), ("text", goal)] + regions)
        html.markup("<tbody>\n")
        for row in matrix.rows {
            html.markup("<tr>")
            html.cell("n", row.goal.id, under: goal)
            html.wrap("<th scope=\"row\">", row.goal.title, "</th>")
            for cell in row.cells { write(cell, to: &html) }
            html.markup("</tr>\n")
        }
        html.markup("</tbody></table>\n</section>\n")
    }

    /// A cell tells its status by sign and by word, never by colour alone.
    private func write(_ cell: GoalMatrix.Cell, to html: inout HTMLWriter) {
        let sign = cell.progress?.status.symbol ?? GoalStatus.notReportedSymbol
        let word = cell.progress?.status.word(in: language) ?? GoalStatus.notReportedWord(in: language)
        let share = cell.progress?.shareDone.map { " \($0)\(SwedishFormat.space)%" } ?? ""
        html.wrap("<td data-h=\"", directory.regionName(cell.region), "\"><span>")
        html.wrap("<span class=\"sign\" aria-hidden=\"true\">", sign, "</span>")
        html.wrap("", word + share, "</span></td>")
    }

    private func writeMissing(to html: inout HTMLWriter) {
        let own = matrix.rows.filter { $0.goal.source == .gateway }.map(\.goal.id).joined(separator: ", ")
        if !own.isEmpty {
            let sentence = language.pick(
                "Mål \(own) tar sin status från prislistan här, lika för alla.",
                "Goal \(own) takes its status from the price list here, the same for all.")
            html.wrap("<p>", sentence, "</p>\n")
        }
        guard !matrix.missing.isEmpty else { return }
        let heading = language.pick("Saknas", "Missing")
        html.wrap("<section class=\"part\">\n<h2>", heading, "</h2>\n<ul class=\"plain\">")
        for missing in matrix.missing {
            let goals = missing.goals.joined(separator: ", ")
            let what =
                missing.wholeRound
                ? language.pick("ingen rapport i omgången", "no report in the round")
                : language.pick("mål \(goals) ej rapporterade", "goals \(goals) not reported")
            html.wrap("<li>", "\(directory.regionName(missing.region)): \(what)", "</li>\n")
        }
        html.markup("</ul>\n</section>\n")
    }
}
