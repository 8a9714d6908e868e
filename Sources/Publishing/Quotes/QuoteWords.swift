package import Federation
package import Pricing

/// One limit of a group held against a case, in a sentence.
struct LimitText {
    private let language: Language
    private let number: NumberText

    init(_ language: Language) {
        self.language = language
        number = NumberText(language: language)
    }

    /// `Vårdtid 35 dagar, gräns 29 dagar: passerad med 6 dagar`.
    func sentence(for reading: LimitReading) -> String {
        let name = reading.kind.name(in: language)
        let given = reading.given.map { " " + quantity($0, reading.kind) } ?? ""
        let limit = reading.limit.map { language.pick(", gräns ", ", limit ") + quantity($0, reading.kind) } ?? ""
        return name + given + limit + ": " + outcome(of: reading)
    }

    private func outcome(of reading: LimitReading) -> String {
        switch reading.outcome {
        case .within: language.pick("inte passerad", "not passed")
        case .passed: language.pick("passerad med ", "passed by ") + excess(reading)
        case .noLimit: language.pick("gruppen har ingen sådan gräns", "the group has no such limit")
        case .notGiven:
            language.pick("inte prövad, eftersom uppgiften saknas", "not judged, since the case does not say")
        case .withoutEffect:
            language.pick("saknar verkan enligt årets prismodell", "without effect by the year's price model")
        case .unknown:
            language.pick(
                "okänd, eftersom gruppen bara har ett fast pris", "unknown, since the group has only a fixed price")
        }
    }

    private func excess(_ reading: LimitReading) -> String {
        switch reading.kind {
        case .cost: number.money(Amount(ore: Int64(reading.excess)).wire)
        case .days: days(String(reading.excess))
        }
    }

    private func quantity(_ plain: String, _ kind: LimitReading.Kind) -> String {
        kind == .cost ? number.money(plain) : days(plain)
    }

    private func days(_ plain: String) -> String {
        number.decimal(plain) + (plain == "1" ? language.pick(" dag", " day") : language.pick(" dagar", " days"))
    }
}

extension LimitReading.Kind {
    /// The name at the beginning of a line.
    func name(in language: Language) -> String {
        switch self {
        case .cost: language.pick("Kostnad", "Cost")
        case .days: language.pick("Vårdtid", "Days in care")
        }
    }

    /// The limit inside a sentence.
    func word(in language: Language) -> String {
        switch self {
        case .cost: language.pick("kostnadsgränsen", "the cost limit")
        case .days: language.pick("vårdtidsgränsen", "the limit of days")
        }
    }
}

extension QuotePart.Kind {
    /// What is paid, in a word or two.
    func word(in language: Language) -> String {
        switch self {
        case .drg: "DRG"
        case .daysPast: language.pick("Dagar över gränsen", "Days past the limit")
        case .careService: language.pick("Vårdtjänst", "Care service")
        case .surcharge: language.pick("Tilläggsdebitering", "Surcharge")
        }
    }
}

extension QuoteReservation {
    /// What could not be known or was left out; `unitName` names a unit by its id.
    func words(in language: Language, unitName: (String) -> String) -> String {
        switch self {
        case .unitNotGiven(let excepted):
            let units = excepted.map(unitName).joined(separator: ", ")
            return language.pick(
                "Ingen enhet är angiven. DRG-priset gäller inte vid: \(units).",
                "No unit is given. The DRG price does not hold at: \(units).")
        case .limitNotJudged(let kind):
            return kind == .cost
                ? language.pick(
                    "Kostnadsgränsen är inte prövad. Ange vad vårdtillfället kostade, så prövas den.",
                    "The cost limit is not judged. Give what the case cost to have it judged.")
                : language.pick(
                    "Vårdtidsgränsen är inte prövad. Ange antalet vårddagar utan permission, så prövas den.",
                    "The limit of days is not judged. Give the days in care without leave to have it judged.")
        case .careServicesNotUsed:
            return language.pick(
                "Vårdtjänsterna betalas inte för sig, eftersom de ingår i DRG-priset.",
                "The care services are not paid besides, since the DRG price covers them.")
        case .surchargeNotCounted(let code, let obstacle): return obstacle.words(of: code, in: language) + "."
        case .surchargeOfOtherUnit(let code, let unit):
            return language.pick(
                "Tilläggsdebiteringen \(code) står i listan vid \(unitName(unit)), inte vid vårdfallets enhet.",
                "The list has the surcharge \(code) at \(unitName(unit)), not at the case's unit.")
        }
    }
}

extension PriceListMark {
    /// What must be said wherever a price of the list stands.
    package func words(in language: Language) -> String {
        switch self {
        case .reference:
            language.pick(
                "Referenstabell: andras publicerade priser att jämföra med.",
                "Reference table: the published prices of others to compare with.")
        case .syntheticWeights:
            language.pick(
                "Syntetiska DRG-vikter: påhittade för prov, så DRG-priserna är inte verkliga.",
                "Synthetic DRG weights: made up for trials, so that the DRG prices are not real.")
        case .lastGoodUsed:
            language.pick(
                "Äldre underlag används för någon region.", "Older deliveries stand in for some region.")
        }
    }
}
