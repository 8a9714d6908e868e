import Federation
import Pricing

extension PriceListWorkbook {
    /// The cover sheet: what the list is, who decided it, what must be known before using it, its rules and its origin.
    func writeCover(to file: WorkbookFile) throws {
        let sheet = try file.addSheet(
            "Försättsblad", columns: [WorkbookColumn("", 34), WorkbookColumn("", 90)], header: document.name)
        try sheet.append([document.name], style: \.title)
        try sheet.append([document.publisher], style: \.name)
        try sheet.append([document.stamp], style: \.name)
        for notice in document.notices(in: .swedish) {
            try sheet.append([notice.heading, notice.sentence], style: notice.weight == .strong ? \.notice : \.wrapped)
        }
        let validity = ("Gäller", document.validity)
        try part("Beslut", decisionFacts + (cover.correction?.facts ?? []) + [validity], in: sheet)
        try part("Regler", document.rules(in: words).map { ($0.name, $0.value) }, in: sheet)
        try part(
            "Avsnitt", sections.map { ($0.0, "\(SwedishFormat.count($0.1)) \($0.1.word("rad", "rader"))") }, in: sheet)
        let fingerprint = ("Listans fingeravtryck (SHA-256 av JSON-filen)", cover.fingerprint.hex)
        let files = cover.files.map { ($0.name, $0.sha256.hex) }
        try part("Fingeravtryck", [fingerprint] + files, in: sheet)
        try part("Listan är gjord av", document.sources.map { ($0.name, $0.fingerprint.hex) }, in: sheet)
    }

    private var decisionFacts: [(String, String)] {
        switch document.standing {
        case .draft, .proposed: [("Ställning", document.stamp)]
        case .adopted(let edition, let decision):
            [
                ("Diarienummer och paragraf", decision.board.reference), ("Beslutsdag", decision.day.description),
                ("Utgåva", String(edition)),
            ]
        }
    }

    private var sections: [(String, Int)] {
        let list = document.list
        return [
            (WorkbookSection.drg, list.drg.count), (.applicability, list.applicability.count),
            (.fixedPrices, list.drgFixedPrices.count), (.careServices, list.careServices.count),
            (.surcharges, list.surcharges.count), (.missing, list.missing.count),
            (.completeness, list.completeness.count),
        ].map { ($0.0.name, $0.1) }
    }

    private func part(_ heading: String, _ facts: [(String, String)], in sheet: WorkbookSheet) throws {
        try sheet.append([])
        try sheet.append([heading, ""], style: \.heading)
        for (name, value) in facts { try sheet.append([name, value], style: \.wrapped) }
    }
}
