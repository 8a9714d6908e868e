package import Federation
package import Pricing
package import Registry

/// Writes a quote as lines of plain text (prisberäkning): by which list, on which day, how the case is paid and why, what
/// is paid, and every step with its origins.
package struct QuoteText {
    private let language: Language
    private let number: NumberText
    private let directory: Directory
    private let words: CodeWords

    /// A writer in that language; regions and codes give the names.
    package init(_ language: Language, regions: [Region], codes: CodeLists) {
        self.language = language
        number = NumberText(language: language)
        directory = Directory(regions)
        words = CodeWords(codes, in: language)
    }

    /// The whole quote.
    package func lines(_ quote: Quote, by list: QuotedList) -> [String] {
        var lines = [list.title(in: language)] + quote.marks.map { "! " + $0.words(in: language) }
        lines += subject(of: quote) + ["", outcome(of: quote)] + limits(quote)
        lines += ["", language.pick("Betalas", "Paid")] + parts(quote)
        lines += ["", language.pick("Så räknas det", "How it is computed")]
        lines += ExplanationText(language).lines(of: quote.steps)
        if !quote.reservations.isEmpty {
            lines += ["", language.pick("Förbehåll", "Reservations")]
            lines += quote.reservations.map { "  – " + words(for: $0, in: quote.careCase) }
        }
        return lines
    }

    private func words(for reservation: QuoteReservation, in care: CareCase) -> String {
        reservation.words(in: language) { directory.unitName($0, at: care.provider, in: care.region) }
    }

    private func subject(of quote: Quote) -> [String] {
        let care = quote.careCase
        let unit = care.unit.map { directory.unitName($0, at: care.provider, in: care.region) }
        let place = [
            directory.regionName(care.region), directory.hospitalName(care.provider, in: care.region), unit,
            words.typeOfCare(care.typeOfCare), care.drg.map { "DRG \($0)" },
        ]
        let day = language.pick("Dag som bestämmer priset: ", "Day that decides the price: ") + "\(quote.priceDay)"
        return [place.compactMap { $0 }.joined(separator: " · "), day + stay(care.time)]
    }

    private func stay(_ time: CareCase.Time) -> String {
        guard case .stay(let admission, let discharge) = time else { return "" }
        return language.pick(
            " (inskriven \(admission), utskriven \(discharge))", " (admitted \(admission), discharged \(discharge))")
    }

    private func outcome(of quote: Quote) -> String {
        switch quote.outcome {
        case .inlier:
            return quote.limits.contains { $0.outcome == .within }
                ? language.pick(
                    "Inom gränserna: DRG-priset betalas.", "Within the limits: the DRG price is paid.")
                : language.pick(
                    "Ingen gräns är passerad: DRG-priset betalas.", "No limit is passed: the DRG price is paid.")
        case .outlierPerDay(let days):
            let past = number.decimal(String(days))
            return language.pick(
                "Ytterfall: DRG-priset och ett belopp för \(days.word("den enda dagen", "var och en av \(past) dagar")) över vårdtidsgränsen.",
                "Outlier: the DRG price, and an amount for \(days.word("the one day", "each of \(past) days")) past the limit of days."
            )
        case .outlierByCareServices(let passed):
            let names = passed.map { $0.word(in: language) }.joined(separator: language.pick(" och ", " and "))
            return language.pick(
                "Ytterfall (\(names)): hela vårdtillfället betalas med vårdtjänster i stället för DRG.",
                "Outlier (\(names)): the whole case is paid by care services instead of DRG.")
        case .careServices:
            return language.pick(
                "Ingen DRG-grupp är angiven: vårdtjänsterna betalas.",
                "No DRG group is given: the care services are paid.")
        }
    }

    private func limits(_ quote: Quote) -> [String] {
        quote.limits.map { "  " + LimitText(language).sentence(for: $0) }
    }

    private func parts(_ quote: Quote) -> [String] {
        var table = TextTable([.left, .left, .left, .right, .right, .right])
        for part in quote.parts {
            let count = number.decimal(String(part.count)) + " ×"
            table.add([
                part.kind.word(in: language), part.code, part.text, count, number.money(part.price.wire),
                number.money(part.amount.text),
            ])
        }
        table.add([language.pick("Summa", "Total"), "", "", "", "", number.money(quote.total.wire)])
        return table.lines
    }
}
