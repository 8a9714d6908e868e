import Federation
import Pricing

extension MissingReason {
    /// What is wrong, in a few words.
    func heading(in language: Language) -> String {
        switch self {
        case .fetchFailed: language.pick("Hämtningen misslyckades", "The fetch failed")
        case .notDelivered: language.pick("Inte levererat", "Not delivered")
        case .held: language.pick("Väntar på beslut", "Awaits a decision")
        case .refused: language.pick("Kan inte användas", "Cannot be used")
        case .hospitalSilent: language.pick("Sjukhus utan uppgift", "Silent hospital")
        case .lineGone: language.pick("Rad borta", "Line gone")
        case .noLastYearPrice: language.pick("Inget pris att räkna upp", "No price to raise")
        case .groupWithoutWeight: language.pick("DRG-grupp utan vikt", "DRG group without weight")
        case .groupWithoutPointPrice: language.pick("DRG-grupp utan poängpris", "DRG group without point price")
        }
    }

    /// What is wrong and what to do about it, for a reader who does not know the gateway.
    func sentence(in language: Language) -> String { language.pick(sentences.swedish, sentences.english) }

    private var sentences: (swedish: String, english: String) {
        switch self {
        case .fetchFailed:
            (
                "Regionens underlag gick inte att hämta senast. Hämta det igen, eller be om filen och ta in den för hand.",
                "The region's delivery could not be fetched. Fetch it again, or ask for the file and take it in by hand."
            )
        case .notDelivered:
            (
                "Regionen har inte levererat något prisunderlag för året, eller har slutat göra det. Be regionen om det.",
                "The region has delivered no prices for the year, or has ceased to. Ask the region for them."
            )
        case .held:
            (
                "Regionens underlag avviker så att en person måste godkänna eller avvisa det.",
                "The region's delivery deviates, so that a person must release or refuse it."
            )
        case .refused:
            (
                "Regionens underlag har fel som hindrar att det används. Regionen behöver leverera ett rättat.",
                "The region's delivery has errors that keep it from use. The region needs to deliver a mended one."
            )
        case .hospitalSilent:
            (
                "Sjukhuset har varken DRG-taxa, prissatt vårdtjänst eller besked om att det inte har priser i år.",
                "The hospital has neither DRG tariff, priced service nor a statement that it has no prices this year."
            )
        case .lineGone:
            (
                "Raden fanns i förra årets lista men finns inte i underlaget, och regionen har inte sagt varför.",
                "The line stood in last year's list but is not in the delivery, and the region has not said why."
            )
        case .noLastYearPrice:
            (
                "Regionen begär förra årets pris uppräknat, men förra årets lista har inget pris på raden.",
                "The region asks for last year's price raised, but last year's list has no price on the line."
            )
        case .groupWithoutWeight:
            (
                "Viktlistan anger ingen vikt för gruppen, så den har inget DRG-pris.",
                "The weight list gives the group no weight, so that it has no DRG price."
            )
        case .groupWithoutPointPrice:
            (
                "Inget poängpris i årets prismodell gäller gruppens vårdform.",
                "No point price of the year's model covers the group's kind of care."
            )
        }
    }
}

/// Names one missing thing in words.
struct MissingNames {
    let directory: Directory
    let words: CodeWords

    /// Whose it is: the region's name, or nothing for a group of the weight list.
    func region(of item: MissingItem) -> String? { item.region.map(directory.regionName) }

    /// What it is, from the widest to the narrowest: hospital, unit, code and text.
    func subject(of item: MissingItem) -> String {
        var parts: [String] = []
        if let region = item.region, let provider = item.provider {
            parts.append(directory.hospitalName(provider, in: region))
            if let unit = item.unit { parts.append(directory.unitName(unit, at: provider, in: region)) }
        }
        if let code = item.code { parts.append([code, item.text ?? ""].filter { !$0.isEmpty }.joined(separator: " ")) }
        if let type = item.typeOfCare { parts.append(words.typeOfCare(type)) }
        if let version = item.version { parts.append("version \(version.short)") }
        return parts.joined(separator: " · ")
    }
}
