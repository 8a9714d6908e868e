import Federation
import Sealing

extension FindingsReport {
    /// The findings without anything that the delivery says in its own words: for who may not see what is not published.
    var withoutDeliveredText: FindingsReport {
        FindingsReport(totals: totals, samples: samples.map(\.withoutDeliveredText))
    }
}

extension Finding {
    /// What stands in the place of delivered text.
    private static let mark = "…"

    /// Arguments whose values are words and numbers of ours. Every other may have come with the delivery.
    private static let ownArguments: Set = [
        "asLastYear", "byte", "character", "closes", "compared", "count", "declaredBy", "expected", "field", "fields",
        "firstColumn", "firstLine", "firstPart", "from", "kind", "known", "lastYear", "length", "limit", "most",
        "notation", "part", "received", "to", "typeOfCare", "used", "what", "year",
    ]

    /// The same finding at the same place without the delivery's own words; names in its path are such too.
    fileprivate var withoutDeliveredText: Finding {
        let kept = arguments.filter { $0.key != "column" }.map { name, value in
            (name, Finding.ownArguments.contains(name) ? value : Finding.mark)
        }
        let place = place.map { Place(part: $0.part, bytes: $0.bytes, line: $0.line, column: $0.column, path: "") }
        return Finding(
            code, Dictionary(uniqueKeysWithValues: kept), at: place, sample: sample.map { _ in Finding.mark })
    }
}

/// That delivered text is left out (utelämnad text), in the two languages.
enum WithheldText {
    static let swedish = "Vad leveransen säger med egna ord (…) visas bara för den som frågar från servern själv."
    static let english = "What the delivery says in its own words (…) is shown only to who asks from the server itself."

    /// The two sentences as JSON.
    static var value: CanonicalValue { ["sv": .string(swedish), "en": .string(english)] }
}
