import Federation
import Pricing

/// A reservation that must be seen before the prices (förbehåll).
struct Notice {
    /// How grave it looks.
    enum Weight: String { case strong, plain }

    let weight: Weight
    let heading: String
    let sentence: String
}

extension PriceListDocument {
    /// What a reader must know before using the list: draft, marks, missing.
    func notices(in language: Language) -> [Notice] {
        var notices: [Notice] = []
        if standing == .draft, list.header.model.purpose == .regional {
            notices.append(
                Notice(
                    weight: .strong,
                    heading: language.pick("Utkast – ej fastställd", "Draft – not adopted"),
                    sentence: language.pick(
                        "Listan är beräknad men inte beslutad. Priserna får inte användas vid fakturering.",
                        "The list is computed but not decided. Its prices must not be used for invoices.")))
        }
        if standing == .proposed {
            notices.append(
                Notice(
                    weight: .strong,
                    heading: language.pick("Förslag – ej fastställt", "Proposal – not adopted"),
                    sentence: language.pick(
                        "Listan är ett förslag till nämnden. Priserna får inte användas vid fakturering.",
                        "The list is a proposal to the committee. Its prices must not be used for invoices.")))
        }
        notices += list.header.marks.map { notice(for: $0, in: language) }
        if !list.isComplete {
            let count = SwedishFormat.count(list.missing.count)
            notices.append(
                Notice(
                    weight: .strong,
                    heading: language.pick("Listan är inte komplett", "The list is not complete"),
                    sentence: language.pick(
                        "Det som saknas (\(count)) står med sina orsaker under rubriken Saknas.",
                        "What is missing (\(count)) is named with its reasons below.")))
        }
        return notices
    }

    private func notice(for mark: PriceListMark, in language: Language) -> Notice {
        switch mark {
        case .reference:
            Notice(
                weight: .plain, heading: language.pick("Referenstabell", "Reference table"),
                sentence: language.pick(
                    "Visar andras publicerade priser att jämföra med. Den kan inte föreslås eller fastställas.",
                    "Shows the published prices of others to compare with. It cannot be proposed or adopted."))
        case .syntheticWeights:
            Notice(
                weight: .strong, heading: language.pick("Syntetiska DRG-vikter", "Synthetic DRG weights"),
                sentence: language.pick(
                    "Vikterna är påhittade för prov och är inte Socialstyrelsens. DRG-priserna är därför inte verkliga.",
                    "The weights are made up for trials and are not Socialstyrelsen's. The DRG prices are not real."))
        case .lastGoodUsed:
            Notice(
                weight: .strong,
                heading: language.pick("Äldre underlag används", "Older deliveries are used"),
                sentence: lastGoodSentence(in: language))
        }
    }

    private func lastGoodSentence(in language: Language) -> String {
        let directory = Directory(regions)
        let names = list.header.submissions.filter(\.isLastGood).map { directory.regionName($0.region) }
            .joined(separator: ", ")
        return language.pick(
            "Det senaste godkända underlaget ersätter ett som inte kan användas: \(names).",
            "The last accepted delivery stands in for one that cannot be used: \(names).")
    }
}

extension DeliveryState {
    /// The state in a word.
    func word(in language: Language) -> String {
        switch self {
        case .accepted: language.pick("godkänt", "accepted")
        case .fetchFailed: language.pick("hämtningen misslyckades", "the fetch failed")
        case .notDelivered: language.pick("inte levererat", "not delivered")
        case .held: language.pick("väntar på beslut", "held")
        case .refused: language.pick("avvisat", "refused")
        }
    }
}
