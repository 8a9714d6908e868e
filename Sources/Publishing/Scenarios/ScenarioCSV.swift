import Federation
import Pricing

extension ScenarioDocument {
    /// For whom a table is written.
    enum CSVProfile {
        /// RFC 4180, English headings, decimal point.
        case machine
        /// Semicolons, decimal comma, Swedish headings, and no cell that a spreadsheet would run.
        case excel
    }

    /// Every line of the proposal beside the scenario's. Each row says by itself that it is a scenario, since rows are
    /// sorted, filtered and copied.
    func csv(_ profile: CSVProfile) -> [UInt8] {
        let isExcel = profile == .excel
        var writer = CSVWriter(
            separator: isExcel ? ";" : ",", guardsFormulas: isExcel, capacity: (scenario.lines.count + 1) * 200)
        if isExcel { writer.byteOrderMark() }
        let headings =
            isExcel
            ? [
                "Anmärkning", "Avsnitt", "Rad-id", "Region", "Sjukhus", "Enhet", "Kod", "Text", "Vårdform",
                "Årets regler, kr",
                "Scenario, kr", "Skillnad, kr", "Antal fall", "Verkan, kr",
            ]
            : [
                "mark", "section", "id", "region", "provider", "unit", "code", "text", "typeOfCare", "proposed",
                "scenario", "change", "cases", "effect",
            ]
        for heading in headings { writer.text(heading) }
        writer.endRecord()
        let mark = scenario.banner(isExcel ? .swedish : .english)
        for line in scenario.lines { write(line, mark: mark, isExcel: isExcel, to: &writer) }
        return writer.bytes
    }

    private func write(_ line: ScenarioLine, mark: String, isExcel: Bool, to writer: inout CSVWriter) {
        let key = line.line.key
        let texts = [
            mark, key.section.member, line.line.id.description, key.region?.text, key.provider, key.unit, key.code,
            line.line.text, key.typeOfCare?.rawValue,
        ]
        for text in texts { writer.text(text) }
        let numbers = [
            line.proposed?.wire, line.scenario?.wire, line.change?.wire, line.cases.map(String.init), line.effect?.wire,
        ]
        for number in numbers { writer.number(isExcel ? number?.replacing(".", with: ",") : number) }
        writer.endRecord()
    }
}
