package import Federation
package import Pricing
package import Registry

/// Writes what differs between two lists as lines of plain text (jämförelse): counts and sums per region, then the
/// greatest changes, moved, new and gone lines.
package struct DifferenceText {
    private let language: Language
    private let limit: Int
    private let names: ListedLineNames
    private let number: NumberText

    /// A writer in that language; of each kind at most `limit` lines are named, the rest only counted.
    package init(_ language: Language, regions: [Region], codes: CodeLists, limit: Int) {
        self.language = language
        self.limit = limit
        names = ListedLineNames(language, regions: regions, codes: codes)
        number = NumberText(language: language)
    }

    /// The whole comparison.
    package func lines(_ difference: PriceListDifference) -> [String] {
        let heading =
            language.pick("Jämförelse: ", "Comparison: ") + difference.earlier.words(in: language) + " → "
            + difference.later.words(in: language)
        return [heading] + sections(difference) + content(of: difference)
    }

    /// What differs, without saying between which lists.
    func content(of difference: PriceListDifference) -> [String] {
        let moved = difference.changed.filter(\.isMoved)
        return ["", language.pick("Per region (rader)", "By region (lines)")] + counts(difference)
            + [
                "",
                language.pick(
                    "Priser som ändrats, summa av prislistans rader", "Changed prices, sum of the list's lines"),
            ]
            + sums(difference) + changes(difference)
            + part(language.pick("Flyttade rader", "Moved lines"), moved) {
                names.line($0.later) + "  (" + names.otherwise($0) + ")"
            }
            + part(language.pick("Nya rader, de dyraste först", "New lines, the dearest first"), difference.new, priced)
            + part(
                language.pick("Borttagna rader, de dyraste först", "Lines gone, the dearest first"), difference.gone,
                priced)
    }

    private func sections(_ difference: PriceListDifference) -> [String] {
        guard difference.comparedSections != LineID.Section.allCases else { return [] }
        let compared = difference.comparedSections.map { $0.word(in: language) }.joined(separator: ", ")
        return [
            language.pick(
                "Bara \(compared) jämförs: den ena listan berättar inget om övriga delar.",
                "Only \(compared) are compared: one of the lists tells nothing of the other sections.")
        ]
    }

    private func changes(_ difference: PriceListDifference) -> [String] {
        guard !difference.changed.isEmpty else {
            return ["", language.pick("Ingen rad har ändrats.", "No line has changed.")]
        }
        var table = TextTable([.right, .right, .left, .left])
        let shown = difference.changed.prefix(limit)
        for line in shown { table.add(row(line)) }
        let measure =
            difference.order == .effect
            ? language.pick("störst verkan på kostnaden först", "greatest effect on costs first")
            : language.pick("störst ändring i kronor först", "greatest change in kronor first")
        let heading = language.pick("Ändrade rader, ", "Changed lines, ") + measure
        return ["", heading + count(shown.count, of: difference.changed.count)] + table.lines
    }

    private func row(_ line: ChangedLine) -> [String] {
        let percent = line.ratio.map {
            $0.percent.map { signed($0.text) + language.pick("\u{A0}%", "%") } ?? "> 10¹⁶ %"
        }
        let amounts = number.money(line.earlier.amount.wire) + " → " + number.money(line.later.amount.wire)
        let others = names.otherwise(line)
        let effect = line.effect.map { language.pick(" · verkan ", " · effect ") + money($0) } ?? ""
        return [
            line.change.map(money) ?? "–", percent ?? "–", amounts,
            names.line(line.later) + (others.isEmpty ? "" : "  (\(others))") + effect,
        ]
    }

    private func priced(_ line: ListedLine) -> String { number.money(line.amount.wire) + "  " + names.line(line) }

    private func part<Line>(_ heading: String, _ lines: [Line], _ words: (Line) -> String) -> [String] {
        guard !lines.isEmpty else { return [] }
        let shown = lines.prefix(limit)
        return ["", heading + count(shown.count, of: lines.count)] + shown.map { "  " + words($0) }
    }

    private func count(_ shown: Int, of all: Int) -> String {
        let whole = number.decimal(String(all))
        return shown == all
            ? " (\(whole))" : " (\(number.decimal(String(shown))) \(language.pick("av", "of")) \(whole))"
    }

    private func signed(_ plain: String) -> String {
        let isNothing = !plain.contains { ("1"..."9").contains($0) }
        return (plain.hasPrefix("-") || isNothing ? "" : "+") + number.decimal(plain)
    }
}

extension DifferenceText {
    private func counts(_ difference: PriceListDifference) -> [String] {
        var table = TextTable([.left] + Array(repeating: .right, count: 6))
        table.add(
            language.pick(
                ["", "Lika", "Höjda", "Sänkta", "Ändrade på annat sätt", "Nya", "Borta"],
                ["", "Same", "Raised", "Lowered", "Changed otherwise", "New", "Gone"]))
        for (name, counts) in rows(difference) {
            let numbers = [
                counts.identical, counts.raised, counts.lowered, counts.otherwiseChanged, counts.new, counts.gone,
            ]
            table.add([name] + numbers.map { number.decimal(String($0)) })
        }
        return table.lines
    }

    private func sums(_ difference: PriceListDifference) -> [String] {
        let hasEffect = difference.total.effect != nil
        var table = TextTable([.left] + Array(repeating: .right, count: hasEffect ? 4 : 3))
        table.add(
            language.pick(["", "Före", "Efter", "Ändring"], ["", "Before", "After", "Change"])
                + (hasEffect ? [language.pick("Verkan på kostnaden", "Effect on costs")] : []))
        for (name, counts) in rows(difference) where counts.raised + counts.lowered > 0 {
            let change = money(counts.laterSum - counts.earlierSum)
            let effect = counts.effect.map(money) ?? "–"
            table.add(
                [name, number.money(counts.earlierSum.wire), number.money(counts.laterSum.wire), change]
                    + (hasEffect ? [effect] : []))
        }
        return table.lines
    }

    private func rows(_ difference: PriceListDifference) -> [(String, DifferenceCounts)] {
        difference.regions.map { (names.region($0.region), $0.counts) }
            + [(language.pick("Alla", "All"), difference.total)]
    }

    private func money(_ sum: AmountSum) -> String { (sum.ore > 0 ? "+" : "") + number.money(sum.wire) }
}

extension ChangedLine {
    /// Whether the line has another key than before: it moved.
    var isMoved: Bool { earlier.id != later.id }
}

extension ListName {
    /// The list in a few words: `prislista 2022, utgåva 1`.
    package func words(in language: Language) -> String {
        language.pick("prislista \(year), ", "price list \(year), ")
            + (edition.map { language.pick("utgåva ", "edition ") + "\($0)" } ?? language.pick("utkast", "draft"))
    }
}

extension LineID.Section {
    /// The section in a word or two.
    func word(in language: Language) -> String {
        switch self {
        case .drg: language.pick("DRG-priser", "DRG prices")
        case .careService: language.pick("vårdtjänster", "care services")
        case .drgFixedPrice: language.pick("fasta DRG-priser", "fixed DRG prices")
        case .surcharge: language.pick("tilläggsdebiteringar", "surcharges")
        }
    }
}
