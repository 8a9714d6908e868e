package import Federation

extension PriceListError {
    /// Why no list can be computed, and what to do.
    package func text(_ language: Language) -> String {
        switch self {
        case .modelFaults(let faults):
            language.pick("Prismodellen motsäger sig: ", "The price model contradicts itself: ")
                + faults.map { "\($0.path): \($0.text(language))" }.joined(separator: " ")
        case .weightListAbsent(let id):
            language.pick(
                "Viktlistan ”\(id)” saknas. Lägg filen i weight-lists.",
                "The weight list \"\(id)\" is absent. Put its file into weight-lists.")
        case .weightListDiffers(let id, let expected, let found):
            language.pick(
                "Viktlistan ”\(id)” är en annan fil (\(found.short)) än prismodellen anger (\(expected.short)).",
                "The weight list \"\(id)\" is another file (\(found.short)) than the model names (\(expected.short)).")
        case .referenceTakesNoSubmissions:
            language.pick(
                "En referensmodell tar inga prisunderlag.", "A reference model takes no price submissions.")
        case .deliveryUnexpected(let region):
            language.pick(
                "Leveransen från \(region) hör inte hit, eller står två gånger.",
                "The delivery of \(region) does not belong here, or is there twice.")
        case .submissionUnfit(let region):
            language.pick(
                "Underlaget från \(region) är för en annan region eller ett annat år, i annan valuta eller provdata.",
                "The submission of \(region) is of another region or year, in another currency, or test data.")
        case .previousYearWrong(let year):
            language.pick(
                "Listan för \(year) är inte förra årets.", "The list of \(year) is not that of the year before.")
        case .pointPriceAbsent, .fixedPriceTwice, .lineTwice, .lineIDCollision, .amountTooLarge: lineText(language)
        }
    }

    private func lineText(_ language: Language) -> String {
        switch self {
        case .pointPriceAbsent(let hospital, let kind):
            language.pick(
                "\(hospital.region)/\(hospital.provider) har DRG-taxa för vårdform \(kind.rawValue) men inget poängpris.",
                "\(hospital.region)/\(hospital.provider) declares DRG prices for kind of care \(kind.rawValue), "
                    + "which has no point price there.")
        case .fixedPriceTwice(let id, let path, _):
            language.pick(
                "Regionen och prismodellen (\(path)) bestämmer båda priset \(id).",
                "The region and the price model (\(path)) both fix the price \(id).")
        case .lineTwice(let id, let key):
            language.pick(
                "Två poster har samma nyckel (\(key.joined(separator: ", "))), rad \(id).",
                "Two records have the same key (\(key.joined(separator: ", "))), line \(id).")
        case .lineIDCollision(let id, let keys):
            language.pick(
                "Två olika nycklar får samma rad-id \(id): ", "Two different keys get the same line id \(id): ")
                + keys.map { $0.joined(separator: ", ") }.joined(separator: " / ")
        case .amountTooLarge(let id):
            language.pick("Priset för \(id) är för stort.", "The price of \(id) is too large.")
        default: ""
        }
    }
}
