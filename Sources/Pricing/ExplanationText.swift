package import Federation

/// Writes an explanation as lines of plain text.
package struct ExplanationText {
    private let language: Language
    private let number: NumberText
    /// Columns of the first line, where the result stands at the right.
    private static let width = 84
    /// Characters that are shown of a line around a record; a file may be one line.
    private static let longestLine = 240
    /// Characters that are shown before and after a record on its own line.
    private static let nearby = 60

    /// A writer in that language.
    package init(_ language: Language) {
        self.language = language
        number = NumberText(language: language)
    }

    /// The whole explanation, lines parted by line feeds, without one at the end.
    package func write(_ explanation: Explanation) -> String {
        (head(of: explanation) + lines(of: explanation.steps)).joined(separator: "\n")
    }

    /// Steps alone, each with its inputs below it.
    package func lines(of steps: [ExplanationStep]) -> [String] { steps.flatMap(lines) }

    private func head(of explanation: Explanation) -> [String] {
        let subject = explanation.subject
        let care = subject.typeOfCare.map { ", " + $0.word(in: language) } ?? ""
        let title = "\(subject.code)  \(subject.text)\(care)"
        let result = number.money(explanation.result.wire)
        let gap = String(repeating: " ", count: max(2, Self.width - title.count - result.count))
        let who = [subject.region?.text, subject.provider, subject.unit].compactMap { $0 }
        return [title + gap + result] + (who.isEmpty ? [] : ["      " + who.joined(separator: " · ")])
    }

    private func lines(of step: ExplanationStep) -> [String] {
        let values = step.inputs.map { words(for: $0.value) }
        let width = values.map(\.count).max() ?? 0
        var lines = ["  \(step.number)  " + sentence(for: step.operation)]
        for (input, value) in zip(step.inputs, values) {
            let gap = String(repeating: " ", count: width - value.count + 2)
            lines.append("       " + value + gap + words(for: input.origin))
            if let excerpt = input.excerpt { lines += self.lines(of: excerpt, indent: 7 + width + 2) }
        }
        return lines
    }

    /// The path, and the lines as they stand in the file; those that hold the record begin with a mark.
    private func lines(of excerpt: RawExcerpt, indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        guard !excerpt.isClosed else {
            return [
                space
                    + language.pick(
                        "Texten visas inte: i filen står något som ser ut som ett personnummer.",
                        "The text is not shown: what looks like a personal identity number stands in the file.")
            ]
        }
        let before = excerpt.before.split(separator: "\n", omittingEmptySubsequences: false)
        let after = excerpt.after.split(separator: "\n", omittingEmptySubsequences: false)
        let lead = before.last.map { $0.count > Self.nearby ? "…" + $0.suffix(Self.nearby) : $0 } ?? ""
        let rest = after.first.map { $0.count > Self.nearby ? $0.prefix(Self.nearby) + "…" : $0 } ?? ""
        let record = lead + excerpt.text + (excerpt.isCut ? "…" : rest)
        // Of the lines around, the beginning is enough; of the record itself, nothing is left out.
        let shown =
            before.dropLast().map { "  " + shortened(plain($0)) }
            + record.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + plain($0) }
            + (excerpt.isCut ? [] : after.dropFirst().map { "  " + shortened(plain($0)) })
        let file = excerpt.foundAt.map { language.pick("fil", "file") + " \($0.file.short) · " + words(for: $0.place) }
        return ([file, excerpt.path].compactMap { $0 } + shown).map { space + $0 }
    }

    /// What a region sent must not move the text around it.
    private func plain(_ raw: some StringProtocol) -> String {
        raw.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : String($0) }.joined()
    }

    private func shortened(_ text: String) -> String {
        text.count > Self.longestLine ? text.prefix(Self.longestLine) + "…" : text
    }
}

extension ExplanationText {
    private func sentence(for operation: ExplanationStep.Operation) -> String {
        switch operation {
        case .multiply(let weight, let pointPrice, let product):
            let factor = number.decimal(weight.text)
            let price = number.money(pointPrice.wire)
            return language.pick("vikt \(factor) × poängpris \(price)", "weight \(factor) × point price \(price)")
                + " = \(number.money(product.text))"
        case .raise(let previous, let index, let percent, let product):
            let last = number.money(previous.wire)
            let rate = number.decimal(percent.text)
            return language.pick(
                "förra årets pris \(last) × (1 + \(rate)\u{A0}%), \(index)",
                "last year's price \(last) × (1 + \(rate)%), \(index)") + " = \(number.money(product.text))"
        case .round(_, let rule, let result):
            return words(for: rule) + ": \(number.money(result.wire))"
        case .takeOver(let amount):
            return language.pick("regionens eget belopp, oförändrat", "the region's own amount, unchanged")
                + ": \(number.money(amount.wire))"
        case .decide(let amount):
            return language.pick("nämndens beslutade belopp", "the amount that the committee decided")
                + ": \(number.money(amount.wire))"
        case .times(let count, let price, let product):
            return "\(number.decimal(String(count))) × \(number.money(price.text)) = \(number.money(product.text))"
        case .perDay(let days, let amount, let product):
            let past = number.decimal(String(days))
            return language.pick(
                "\(past) \(days.word("dag", "dagar")) över gränsen",
                "\(past) \(days.word("day", "days")) past the limit")
                + " × \(number.money(amount.wire)) = \(number.money(product.text))"
        case .sum(let parts, let result):
            return parts.map { number.money($0.text) }.joined(separator: " + ") + " = \(number.money(result.text))"
        case .leaveOut(let code, let obstacle): return obstacle.words(of: code, in: language)
        }
    }

    private func words(for rule: Rounding) -> String {
        switch (rule.unit, rule.mode) {
        case (.krona, .halfAwayFromZero):
            language.pick(
                "avrundat till hela kronor, halv krona från noll",
                "rounded to whole kronor, half a krona away from zero")
        case (.krona, .halfEven):
            language.pick(
                "avrundat till hela kronor, halv krona till jämn krona",
                "rounded to whole kronor, half a krona to the even krona")
        case (.ore, .halfAwayFromZero):
            language.pick(
                "avrundat till hela ören, halvt öre från noll", "rounded to whole öre, half an öre away from zero")
        case (.ore, .halfEven):
            language.pick(
                "avrundat till hela ören, halvt öre till jämnt öre", "rounded to whole öre, half an öre to the even öre"
            )
        }
    }

    private func words(for value: ExplanationInput.Value) -> String {
        switch value {
        case .weight(let weight): number.decimal(weight.text)
        case .percent(let percent): number.decimal(percent.text) + language.pick("\u{A0}%", "%")
        case .pointPrice(let amount), .previousAmount(let amount), .deliveredAmount(let amount),
            .decidedAmount(let amount):
            number.kronor(amount.wire)
        case .count(let count): number.decimal(String(count))
        case .price(let price): number.kronor(price.text)
        case .daysLimit(let days): number.decimal(String(days))
        case .rounding(let rule): rule.id
        case .decidedWord(let word): word
        case .asLastYear: language.pick("som förra året", "as last year")
        }
    }

    private func words(for origin: ExplanationInput.Origin) -> String {
        switch origin {
        case .priceModel(let year, let version, let path, let name):
            return language.pick("prismodell \(year), ", "price model \(year), ")
                + "\(placed(name, path)) · version \(version.short)"
        case .weightList(let file, let version, let line):
            let suffix = version.map { " · version \($0.short)" } ?? ""
            return "\(file), \(language.pick("rad", "line")) \(line)\(suffix)"
        case .delivery(let region, let version, let place):
            let part = place.part == 0 ? "" : " · \(language.pick("del", "part")) \(place.part + 1)"
            return "\(region) · version \(version?.short ?? "–")\(part) · " + words(for: place)
        case .previousEdition(let edition, let line):
            let basis =
                edition.basis == .imported ? language.pick(", ingående lista", ", opening list") : ""
            return language.pick("prislista \(edition.year), utgåva", "price list \(edition.year), edition")
                + " \(edition.number)\(basis) (\(edition.decision.reference)), \(line)"
        case .careCase(let path): return language.pick("vårdfallet, ", "the case, ") + path
        case .line(let line): return language.pick("prislistan, rad ", "the price list, line ") + line.description
        }
    }

    /// A rule's name; that of a fixed price with its position, since several may be of one group: `fixedPrices[1] "T10N"`.
    private func placed(_ name: String, _ path: String) -> String {
        let steps = path.split(separator: "/")
        guard steps.count > 1, steps[0] == "fixedPrices", name.hasPrefix(steps[0]) else { return name }
        return "\(steps[0])[\(steps[1])]" + name.dropFirst(steps[0].count)
    }

    private func words(for place: RecordOrigin) -> String {
        let end = place.offset + Int64(place.length)
        return language.pick("rad \(place.line), kolumn", "line \(place.line), column") + " \(place.column)"
            + " (byte \(number.decimal(String(place.offset)))–\(number.decimal(String(end))))"
    }
}
