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
        default: decidedText(language, value: value, care: care)
        }
    }

    private func decidedText(_ language: Language, value: String, care: String) -> String {
        let provider = arguments["provider"] ?? ""
        let place = [provider, value].filter { !$0.isEmpty }.joined(separator: " ")
        return switch code {
        case "price-model-provider-twice":
            language.pick(
                "\(provider) står redan i listan. Ta bort det ena.", "\(provider) is in the list already. Remove one.")
        case "price-model-unknown-provider":
            language.pick(
                "Sjukhuset \(provider) finns inte i regionernas filer.",
                "The hospital \(provider) is not in the regions' files.")
        case "price-model-unknown-unit":
            language.pick(
                "Sjukhuset \(provider) har ingen enhet ”\(value)”.",
                "The hospital \(provider) has no unit \"\(value)\".")
        case "price-model-provider-without-point-price":
            language.pick(
                "\(provider) har inget poängpris för vårdform \(care). Ange ett, eller undanta sjukhuset.",
                "\(provider) has no point price for the kind of care \(care). Give one, or except the hospital.")
        case "price-model-exception-twice":
            language.pick(
                "Ett annat undantag täcker redan \(place). Ta bort det ena.",
                "Another exception covers \(place) already. Remove one.")
        case "price-model-reference-decides":
            language.pick(
                "En referens beslutar inget för våra sjukhus. Ta bort reglerna.",
                "A reference decides nothing for our hospitals. Remove the rules.")
        default: priceText(language, value: value, care: care, provider: provider)
        }
    }

    private func priceText(_ language: Language, value: String, care: String, provider: String) -> String {
        switch code {
        case "price-model-fixed-price-twice":
            language.pick(
                "\(value), vårdform \(care), har redan ett fast pris "
                    + (provider.isEmpty ? "för alla sjukhus som anmält DRG-priser" : "vid \(provider)") + ". Ange ett.",
                "\(value), kind of care \(care), already has a fixed price "
                    + (provider.isEmpty ? "for all hospitals that declare DRG prices" : "at \(provider)")
                    + ". Give one.")
        case "price-model-fixed-price-excepted":
            language.pick(
                "\(provider) är helt undantaget från DRG för vårdform \(care) och kan inte ha ett fast DRG-pris.",
                "\(provider) is wholly excepted from DRG for the kind of care \(care) and can have no fixed DRG price.")
        case "price-model-no-groups":
            language.pick(
                "Viktlistan ”\(value)” har inga grupper för vårdform \(care).",
                "The weight list \"\(value)\" has no groups for the kind of care \(care).")
        case "price-model-unknown-group":
            language.pick(
                "DRG-gruppen \(value) finns inte i någon viktlista som gäller vårdform \(care).",
                "The DRG group \(value) is in no weight list that holds for the kind of care \(care).")
        case "price-model-times-unfit":
            language.pick(
                "\(value) går inte som antal gånger: ange 2–1 000 000.",
                "\(value) does not do as so many times: give 2-1,000,000.")
        case "price-model-too-few-regions":
            language.pick(
                "\(value) går inte: en avvikelse kräver minst 3 regioner, högst 100.",
                "\(value) does not do: a deviation takes at least 3 regions, at most 100.")
        case "price-model-amount-twice":
            language.pick(
                "Beloppet \(value) står redan i listan. Ta bort det ena.",
                "The amount \(value) is in the list already. Remove one.")
        default: indexText(language, value: value)
        }
    }

    private func indexText(_ language: Language, value: String) -> String {
        switch code {
        case "price-model-index-of-all":
            language.pick(
                "Indexet ”\(value)” säger inte vilken vård det gäller, så inget annat gäller. Ange providers, typeOfCare "
                    + "eller medicalFieldCodes.",
                "The index \"\(value)\" does not say which care it is for, so no other one holds. Give providers, "
                    + "typeOfCare or medicalFieldCodes.")
        case "price-model-two-indices":
            language.pick(
                "Samma vård kan höra både till indexet ”\(value)” och till ”\(arguments["other"] ?? "")”. Skilj dem åt.",
                "The same care can be of both the index \"\(value)\" and \"\(arguments["other"] ?? "")\". Set them apart."
            )
        case "price-model-unknown-medical-field":
            language.pick(
                "Ingen enhet vid indexets sjukhus har det medicinska verksamhetsområdet \(value).",
                "No unit of the index's hospitals works in the medical field \(value).")
        case "price-model-index-date-late":
            language.pick(
                "\(value) är efter modellens sista dag, \(arguments["last"] ?? ""). Ange dagen då tabellen lästes.",
                "\(value) is after the model's last day, \(arguments["last"] ?? ""). Give the day of the table.")
        default: code
        }
    }
}
