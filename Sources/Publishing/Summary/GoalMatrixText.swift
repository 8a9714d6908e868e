package import Federation
package import Planning

/// Goals × regions as lines for a terminal.
package struct GoalMatrixText {
    private let language: Language

    package init(_ language: Language) { self.language = language }

    /// The matrix with its legend, and what each region still owes.
    package func lines(_ matrix: GoalMatrix) -> [String] {
        heading(matrix) + [""] + table(matrix) + [""] + legend(matrix) + missing(matrix)
    }

    private func heading(_ matrix: GoalMatrix) -> [String] {
        let decision =
            matrix.plan.decision.map { "\($0.reference), \($0.day)" }
            ?? language.pick("beslut ej angivet", "decision not stated")
        let round =
            matrix.round.map { language.pick("Rapportomgång \($0)", "Round \($0)") }
            ?? language.pick("Ingen region har rapporterat", "No region has reported")
        return [matrix.plan.title, "\(matrix.plan.owner) · \(decision)", round]
    }

    private func table(_ matrix: GoalMatrix) -> [String] {
        var table = TextTable([.right, .left] + matrix.regions.map { _ in .left })
        table.add(["", language.pick("Mål", "Goal")] + matrix.regions.map(\.text))
        for row in matrix.rows {
            let title = row.goal.title.count > 44 ? row.goal.title.prefix(43) + "…" : row.goal.title.prefix(44)
            table.add([row.goal.id, String(title)] + row.cells.map(cell))
        }
        return table.lines
    }

    private func cell(_ cell: GoalMatrix.Cell) -> String {
        guard let progress = cell.progress else { return GoalStatus.notReportedSymbol }
        return progress.status.symbol + (progress.shareDone.map { " \($0) %" } ?? "")
    }

    private func legend(_ matrix: GoalMatrix) -> [String] {
        let used = Set(matrix.rows.flatMap(\.cells).compactMap { $0.progress?.status })
        let words = GoalStatus.allCases.filter { used.contains($0) }.map { "\($0.symbol) \($0.word(in: language))" }
        let none = "\(GoalStatus.notReportedSymbol) \(GoalStatus.notReportedWord(in: language))"
        let gateway = matrix.rows.filter { $0.goal.source == .gateway }.map(\.goal.id)
        let note = language.pick(
            "  Mål \(gateway.joined(separator: ", ")) tar sin status från prislistan här, lika för alla.",
            "  Goal \(gateway.joined(separator: ", ")) takes its status from the price list here, the same for all.")
        return ["  " + (words + [none]).joined(separator: "   ")] + (gateway.isEmpty ? [] : [note])
    }

    private func missing(_ matrix: GoalMatrix) -> [String] {
        guard !matrix.missing.isEmpty else { return [] }
        return ["", language.pick("Saknas", "Missing")]
            + matrix.missing.map { missing in
                let goals = missing.goals.joined(separator: ", ")
                return missing.wholeRound
                    ? language.pick(
                        "  \(missing.region): ingen rapport i omgången", "  \(missing.region): no report in the round")
                    : language.pick("  \(missing.region): mål \(goals)", "  \(missing.region): goals \(goals)")
            }
    }
}
