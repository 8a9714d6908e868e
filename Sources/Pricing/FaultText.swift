package import Federation

extension PriceModelFault {
    /// What is wrong and what to do, in one sentence or two; the place in the file is told apart.
    package func text(_ language: Language) -> String {
        let value = arguments["value"] ?? ""
        let care = arguments["typeOfCare"] ?? ""
        let days = (first: arguments["first"] ?? "", last: arguments["last"] ?? "")
        return switch code {
        case "price-model-unknown-code":
            language.pick(
                "”\(value)” är ingen prislistekod. Ange 1–6.", "\"\(value)\" is no price list code. Give 1-6.")
        case "price-model-days-reversed":
            language.pick(
                "\(days.last) kommer före \(days.first). Byt ordning på dagarna.",
                "\(days.last) is before \(days.first). Put the days in order.")
        case "price-model-day-outside-year":
            language.pick(
                "\(value) ligger inte i modellens år \(arguments["year"] ?? "").",
                "\(value) is not in the model's year \(arguments["year"] ?? "").")
        case "price-model-not-positive":
            language.pick("\(value) måste vara större än noll.", "\(value) must be greater than zero.")
        case "price-model-empty":
            language.pick("Listan är tom. Ange minst ett värde.", "The list is empty. Give at least one value.")
        case "price-model-providers-unfit":
            language.pick(
                "”\(value)” går inte här: en regional modell anger asDeclared, en referens unspecified.",
                "\"\(value)\" does not fit: a regional model says asDeclared, a reference unspecified.")
        default: structureText(language, value: value, care: care)
        }
    }

    private func structureText(_ language: Language, value: String, care: String) -> String {
        switch code {
        case "price-model-unknown-weight-list":
            language.pick(
                "Viktlistan ”\(value)” finns inte i weightLists.", "The weight list \"\(value)\" is not in weightLists."
            )
        case "price-model-duplicate-id":
            language.pick(
                "”\(value)” står redan. Ge varje post sitt eget id.", "\"\(value)\" is taken. Give each its own id.")
        case "price-model-not-a-file-name":
            language.pick(
                "”\(value)” är inget filnamn. Ange namnet på en fil i weight-lists, utan mapp.",
                "\"\(value)\" is no file name. Name a file in weight-lists, without folder.")
        case "price-model-no-point-price":
            language.pick(
                "Vårdform \(care) har inget poängpris.", "The kind of care \(care) has no point price.")
        case "price-model-two-point-prices":
            language.pick(
                "Vårdform \(care) har redan ett poängpris. Ange ett per vårdform.",
                "The kind of care \(care) has a point price already. Give one for each.")
        case "price-model-weights-mixed":
            language.pick(
                "Vårdform \(care) får både klinikvikter och sjukhusvikter. De får inte blandas.",
                "The kind of care \(care) gets both clinic and hospital weights. They must not be mixed.")
        case "price-model-rule-absent":
            language.pick(
                "Regeln saknas. En regional modell måste ange den.",
                "The rule is absent. A regional model must state it.")
        case "price-model-percent-unfit":
            language.pick(
                "\(value) går inte som procent: över −100, under 1000, högst fyra decimaler.",
                "\(value) does not do as per cent: above -100, below 1000, at most four decimals.")
        default: code
        }
    }
}

extension WeightListFault {
    /// What is wrong and what to do; line and column are told apart.
    package func text(_ language: Language) -> String {
        switch code {
        case "weight-list-headings":
            let headings = WeightList.headings.joined(separator: ";")
            return language.pick("Första raden ska vara \(headings).", "The first line must be \(headings).")
        case "weight-list-fields":
            return language.pick(
                "Raden har \(value) fält, den ska ha sju.", "The row has \(value) fields and must have seven.")
        case "weight-list-not-a-group":
            return language.pick(
                "”\(value)” är ingen DRG-kod. Skriv en bokstav, två siffror, en bokstav.",
                "\"\(value)\" is no DRG code. Write one letter, two digits, one letter.")
        case "weight-list-not-a-weight":
            return language.pick(
                "”\(value)” är ingen vikt. Skriv med decimalkomma och högst fyra decimaler, till exempel 1,210.",
                "\"\(value)\" is no weight. Write a decimal comma and at most four decimals, for example 1,210.")
        case "weight-list-not-a-limit":
            return language.pick(
                "”\(value)” är ingen gräns. Skriv ett heltal över noll, eller lämna tomt.",
                "\"\(value)\" is no limit. Write a whole number above zero, or leave it empty.")
        case "weight-list-unknown-type-of-care":
            return language.pick(
                "”\(value)” är ingen vårdform. Skriv 01 eller 02.", "\"\(value)\" is no kind of care. Write 01 or 02.")
        case "weight-list-group-twice":
            return language.pick(
                "\(value) står redan i listan för samma vårdform.",
                "\(value) is in the list already for the same kind of care.")
        default: return code
        }
    }
}
