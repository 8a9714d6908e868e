package import Federation
package import Pricing
package import Registry

/// A what-if with all that is needed to write it down (scenario). Every form says first that it is none to adopt.
package struct ScenarioDocument: Sendable {
    package let scenario: PriceScenario
    let regions: [Region]
    let codes: CodeLists
    /// The proposal that it is beside, by its list's fingerprint; nil beside what the deliveries give now.
    package let proposal: Fingerprint?

    /// A document; regions may come in any order.
    package init(_ scenario: PriceScenario, regions: [Region], codes: CodeLists, proposal: Fingerprint? = nil) {
        self.proposal = proposal
        self.scenario = scenario
        self.regions = regions
        self.codes = codes
    }

    /// The scenario in words: what is changed, what cases cost by it, and how the lines differ from the proposal. Of each
    /// kind at most `limit` lines are named.
    package func lines(in language: Language, limit: Int) -> [String] {
        let year = scenario.model.year
        let number = NumberText(language: language)
        var lines = [
            scenario.banner(language),
            language.pick(
                "Prislista \(year) räknad med andra regler, bredvid samma underlag räknat med årets"
                    + (proposal.map { ": förslaget \($0.short)." } ?? "."),
                "Price list \(year) by other rules, beside the same deliveries by the year's own"
                    + (proposal.map { ": the proposal \($0.short)." } ?? ".")),
        ]
        lines += scenario.proposal.marks.map { "! " + $0.words(in: language) }
        lines += ["", language.pick("Ändrat", "Changed")] + scenario.changes.map { "  – " + $0.text(language) }
        if let total = scenario.total {
            lines += ["", language.pick("Kostnad för volymfilens fall", "Costs of the volume file's cases")]
            lines += costs(scenario.regions + [total], language, number)
        }
        let text = DifferenceText(language, regions: regions, codes: codes, limit: limit)
        lines += text.content(of: scenario.difference)
        if !scenario.missing.isEmpty {
            lines += ["", language.pick("Saknas bara i scenariot", "Missing in the scenario only")]
            lines += PriceListDocument.missingLines(scenario.missing, regions: regions, codes: codes, in: language)
        }
        return lines + ["", scenario.banner(language)]
    }

    private func costs(_ sums: [ScenarioSums], _ language: Language, _ number: NumberText) -> [String] {
        let names = ListedLineNames(language, regions: regions, codes: codes)
        var table = TextTable([.left, .right, .right, .right, .right, .right])
        table.add(
            language.pick(
                ["", "Fall", "Årets regler", "Scenario", "Skillnad", "Rader utan pris"],
                ["", "Cases", "Year's rules", "Scenario", "Difference", "Rows without price"]))
        for sum in sums {
            let sign = sum.effect.ore > 0 ? "+" : ""
            table.add([
                sum.region.map { names.region($0) } ?? language.pick("Alla", "All"), number.decimal(String(sum.cases)),
                number.money(sum.proposed.wire), number.money(sum.scenario.wire),
                sign + number.money(sum.effect.wire), number.decimal(String(sum.rowsWithoutPrice)),
            ])
        }
        return table.lines
    }
}
