package import Federation
package import Planning

/// The page that tells how far the regions have come with a plan's goals (måluppfyllelse).
package struct GoalPage: Sendable {
    private let matrix: GoalMatrix
    private let links: [SiteLink]
    private let rounds: [SiteLink]
    private let directory: Directory

    /// A page; `rounds` leads to the same page for every round that was reported.
    package init(_ matrix: GoalMatrix, links: [SiteLink], rounds: [SiteLink], regions: [Region]) {
        self.matrix = matrix
        self.links = links
        self.rounds = rounds
        directory = Directory(regions)
    }

    /// The whole page, in Swedish; throws only where the template itself is wrong.
    package func bytes() throws -> [UInt8] {
        let plan = matrix.plan
        let decision = plan.decision.map { "\($0.reference), \($0.day)" } ?? "beslut ej angivet"
        let lead = "\(plan.owner) · gäller \(plan.from) – \(plan.to) · \(decision)"
        return try SiteFrame.page(title: plan.title, lead: lead, links: links) { html in
            writeRounds(to: &html)
            writeTable(to: &html)
            writeMissing(to: &html)
        }
    }

    private func writeRounds(to html: inout HTMLWriter) {
        guard !rounds.isEmpty else { return }
        html.markup("<nav class=\"contents\" aria-label=\"Rapportomgångar\">\n<ul>")
        for round in rounds {
            html.wrap("<li><a href=\"", round.href, round.isCurrent ? "\" aria-current=\"page\">" : "\">")
            html.wrap("", round.name, "</a></li>")
        }
        html.markup("</ul>\n</nav>\n")
    }

    private func writeTable(to html: inout HTMLWriter) {
        let round = matrix.round.map { "Rapportomgång \($0)" } ?? "Ingen region har rapporterat"
        html.markup("<section class=\"part goals\" tabindex=\"0\" aria-label=\"Mål och regioner\">\n<table>")
        let regions = matrix.regions.map { (StaticString("text"), directory.regionName($0)) }
        html.tableHead(round, [("n", "Nr"), ("text", "Mål")] + regions)
        html.markup("<tbody>\n")
        for row in matrix.rows {
            html.markup("<tr>")
            html.cell("n", row.goal.id)
            html.wrap("<th scope=\"row\">", row.goal.title, "</th>")
            for cell in row.cells { write(cell, to: &html) }
            html.markup("</tr>\n")
        }
        html.markup("</tbody></table>\n</section>\n")
    }

    /// A cell tells its status by sign and by word, never by colour alone.
    private func write(_ cell: GoalMatrix.Cell, to html: inout HTMLWriter) {
        let sign = cell.progress?.status.symbol ?? GoalStatus.notReportedSymbol
        let word = cell.progress?.status.word(in: .swedish) ?? GoalStatus.notReportedWord(in: .swedish)
        let share = cell.progress?.shareDone.map { " \($0)\(SwedishFormat.space)%" } ?? ""
        html.wrap("<td><span class=\"sign\" aria-hidden=\"true\">", sign, "</span>")
        html.wrap("", word + share, "</td>")
    }

    private func writeMissing(to html: inout HTMLWriter) {
        let own = matrix.rows.filter { $0.goal.source == .gateway }.map(\.goal.id).joined(separator: ", ")
        if !own.isEmpty { html.wrap("<p>Mål ", own, " tar sin status från prislistan här, lika för alla.</p>\n") }
        guard !matrix.missing.isEmpty else { return }
        html.markup("<section class=\"part\">\n<h2>Saknas</h2>\n<ul class=\"plain\">")
        for missing in matrix.missing {
            let what =
                missing.wholeRound
                ? "ingen rapport i omgången" : "mål \(missing.goals.joined(separator: ", ")) ej rapporterade"
            html.wrap("<li>", "\(directory.regionName(missing.region)): \(what)", "</li>\n")
        }
        html.markup("</ul>\n</section>\n")
    }
}
