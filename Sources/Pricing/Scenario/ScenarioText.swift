package import Federation

extension ScenarioChange {
    /// What is changed, in a few words.
    package func text(_ language: Language) -> String {
        let number = NumberText(language: language)
        let none = language.pick("ingen", "none")
        switch self {
        case .pointPrice(let id, let amount):
            return language.pick("poängpris ”\(id)”: ", "point price \"\(id)\": ") + number.money(amount.wire)
        case .indexPercent(let percent, let id):
            let index = id.map { language.pick("index ”\($0)”: ", "index \"\($0)\": ") } ?? "index: "
            return index + number.decimal(percent.text) + language.pick("\u{A0}%", "%")
        case .weightList(let id, _, let file):
            return language.pick("viktlista ”\(id)”: \(file)", "weight list \"\(id)\": \(file)")
        case .limits(let drg, let typeOfCare, let cost, let days):
            let amount = cost.map { number.money($0.wire) } ?? none
            let limit = days.map { String($0) } ?? none
            return language.pick(
                "gränser för \(drg), vårdform \(typeOfCare.rawValue): kostnad \(amount), dagar \(limit)",
                "limits of \(drg), kind of care \(typeOfCare.rawValue): cost \(amount), days \(limit)")
        case .outliers(let rule): return language.pick("ytterfall: ", "outliers: ") + rule.text(language, number)
        case .rounding(let rule): return language.pick("avrundning: ", "rounding: ") + rule.id
        }
    }
}

extension OutlierRule {
    fileprivate func text(_ language: Language, _ number: NumberText) -> String {
        let limit =
            costLimit
            ? language.pick("kostnadsgränsen räknas", "the cost limit counts")
            : language.pick("kostnadsgränsen räknas inte", "the cost limit does not count")
        switch payment {
        case .careServices: return language.pick("vårdtjänster, ", "care services, ") + limit
        case .perDay(let amount):
            return number.money(amount.wire) + language.pick(" per dag, ", " a day, ") + limit
        }
    }
}

extension ScenarioError {
    /// What is wrong and what to do.
    package func text(_ language: Language) -> String {
        switch self {
        case .name:
            language.pick(
                "Ge scenariot ett namn på högst \(PriceScenario.longestName) tecken.",
                "Give the scenario a name of at most \(PriceScenario.longestName) characters.")
        case .noChange:
            language.pick(
                "Inget ändras. Ange minst en ändring.", "Nothing is changed. Give at least one change.")
        case .changedTwice(let change):
            language.pick(
                "Samma sak ändras två gånger (\(change.text(language))). Ange en ändring.",
                "The same thing is changed twice (\(change.text(language))). Give one change.")
        case .nothingToChange(let change):
            language.pick(
                "Årets prismodell har inget sådant att ändra (\(change.text(language))). Se efter i prismodellen.",
                "The year's price model has no such thing to change (\(change.text(language))). Look in the model.")
        case .list(let error):
            language.pick(
                "De ändrade reglerna ger ingen lista: ", "The changed rules give no list: ") + error.text(language)
        }
    }
}
