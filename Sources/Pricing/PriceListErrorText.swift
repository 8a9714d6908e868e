package import Federation

extension PriceListError {
    /// Why no list can be computed and what to do, in one sentence or two.
    package func text(_ language: Language) -> String {
        switch self {
        case .modelFaults(let faults):
            faults.map { "\($0.path): \($0.text(language))" }.joined(separator: " ")
        case .weightListAbsent(let id):
            language.pick(
                "Viktlistan ”\(id)”, som prismodellen anger, saknas.",
                "The weight list \"\(id)\" that the price model names is absent.")
        case .weightListDiffers(let id, let expected, let found):
            language.pick(
                "Viktlistan ”\(id)” har SHA-256 \(found.hex), men prismodellen anger \(expected.hex).",
                "The weight list \"\(id)\" has the SHA-256 \(found.hex), but the price model says \(expected.hex).")
        case .pointPriceAbsent(let provider, let kind):
            language.pick(
                "\(provider.words) har anmält DRG-priser för vårdform \(kind.rawValue), men prismodellen har inget "
                    + "poängpris där. Ange ett i pointPrices.",
                "\(provider.words) declares DRG prices for the kind of care \(kind.rawValue), but the price model has no "
                    + "point price there. Give one in pointPrices.")
        case .lineTwice(let line, let key):
            language.pick(
                "Två poster har samma nyckel, \(key.joined(separator: " · ")) (\(line)). Ta bort den ena.",
                "Two records have the same key, \(key.joined(separator: " · ")) (\(line)). Remove one of them.")
        default: deliveryText(language)
        }
    }

    private func deliveryText(_ language: Language) -> String {
        switch self {
        case .referenceTakesNoSubmissions:
            language.pick("En referens tar inga underlag.", "A reference takes no submissions.")
        case .deliveryUnexpected(let region):
            language.pick(
                "\(region) är ingen av listans regioner, eller har två underlag.",
                "\(region) is none of the list's regions, or has two submissions.")
        case .submissionUnfit(let region):
            language.pick(
                "Underlaget från \(region) är för en annan region, ett annat år, i annan valuta eller på prov.",
                "The submission of \(region) is for another region or year, in another currency, or a trial.")
        case .previousYearWrong(let year):
            language.pick(
                "Föregående lista gäller \(year), inte året före.",
                "Last year's list is of \(year), not the year before.")
        case .lineIDCollision(let line, let keys):
            language.pick(
                "Två nycklar har samma rad-id \(line): \(keys.map { $0.joined(separator: " · ") }). Ändra en av koderna.",
                "Two keys have the same line id \(line): \(keys.map { $0.joined(separator: " · ") }). Change one code.")
        case .amountTooLarge(let line):
            language.pick(
                "Priset på rad \(line) är för stort för att räknas.",
                "The price of line \(line) is too large to compute.")
        default: language.pick("Listan kan inte beräknas.", "The list cannot be computed.")
        }
    }
}
