package import Federation
package import Pricing

extension CompletenessProof {
    /// The proof as lines for a terminal: what went in, what came of it, and that it adds up.
    package func lines(regions names: [Region], in language: Language) -> [String] {
        let directory = Directory(names)
        var lines = [language.pick("Fullständighet", "Completeness")] + weightLists.map { $0.line(in: language) }
        if !regions.isEmpty {
            lines += [
                language.pick("  Poster i underlagen och rader i listan", "  Records delivered and lines of the list")
            ]
            var table = TextTable([.left] + Array(repeating: .right, count: 7))
            table.add(Self.headings(language))
            for region in regions {
                let owed = region.completeness
                let numbers = [
                    region.delivered.values.reduce(0, +), region.listed.values.reduce(0, +),
                    region.missing.count { $0.reason == .noLastYearPrice }, owed.linesOwed, owed.linesAgain,
                    owed.linesNotApplicable, owed.linesGone,
                ]
                table.add([directory.regionName(owed.region)] + numbers.map(SwedishFormat.count))
            }
            lines += table.lines.map { "  " + $0 }
        }
        guard !holds else {
            return lines + [
                language.pick(
                    "  Det går ihop: inget har försvunnit mellan underlag och lista.",
                    "  It adds up: nothing is lost between deliveries and list.")
            ]
        }
        let count = SwedishFormat.count(gaps.count)
        return lines + [
            language.pick(
                "  FEL: \(count) \(gaps.count.word("sak", "saker")) går inte ihop. Det är ett fel i programmet; föreslå inte listan.",
                "  WRONG: \(count) \(gaps.count.word("thing does", "things do")) not add up. That is a fault in the program; do not propose the list."
            )
        ] + gaps.prefix(20).map { "    – " + $0.words(in: language) }
    }

    private static func headings(_ language: Language) -> [String] {
        language.pick(
            ["", "Poster", "Rader", "Utan pris att räkna upp", "Rader i fjol", "Åter", "Gäller inte", "Borta"],
            ["", "Records", "Lines", "No price to raise", "Last year's", "Again", "Not applicable", "Gone"])
    }
}

extension WeightListProof {
    /// `Viktlista x: 900 DRG-grupper = 898 med pris + 2 utan`.
    fileprivate func line(in language: Language) -> String {
        let (all, with, without) = (
            SwedishFormat.count(groups), SwedishFormat.count(priced), SwedishFormat.count(unpriced.count)
        )
        return language.pick(
            "  Viktlista \(id): \(all) DRG-grupper = \(with) med pris + \(without) utan",
            "  Weight list \(id): \(all) DRG groups = \(with) priced + \(without) not")
    }
}

extension CompletenessProof.Gap {
    /// What does not add up.
    package func words(in language: Language) -> String {
        switch self {
        case .group(let list, let drg, let kind):
            language.pick(
                "DRG \(drg) (vårdform \(kind.rawValue)) i viktlistan \(list) har varken pris eller besked, eller båda",
                "DRG \(drg) (kind of care \(kind.rawValue)) of the weight list \(list) is neither priced nor told, or both"
            )
        case .lastYear(let line):
            language.pick("rad \(line) i förra årets lista", "line \(line) of last year's list")
        case .records(let region, let section, let delivered, let found):
            language.pick(
                "\(region), \(section.word(in: language)): \(delivered) \(delivered.word("post", "poster")) men \(found) \(found.word("rad eller besked", "rader och besked"))",
                "\(region), \(section.word(in: language)): \(delivered) \(delivered.word("record", "records")) but \(found) \(found.word("line or statement", "lines and statements"))"
            )
        }
    }
}
