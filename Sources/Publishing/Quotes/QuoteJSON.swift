package import Federation
package import Pricing
package import Registry
package import Sealing

/// A quote as JSON: the same as in words, for other systems.
package enum QuoteJSON {
    /// The quote of one case, by that list; `lines` are the words of each language.
    package static func value(
        _ quote: Quote, by list: QuotedList, regions: [Region], codes: CodeLists
    ) -> CanonicalValue {
        let words = { (language: Language) -> CanonicalValue in
            .texts(QuoteText(language, regions: regions, codes: codes).lines(quote, by: list))
        }
        return .members(
            ("priceList", value(list)), ("case", value(quote.careCase)),
            ("priceDay", .string(quote.priceDay.description)),
            ("outcome", .string(quote.outcome.code)), ("daysPast", quote.outcome.daysPast.map { .integer($0) }),
            ("drgPrice", quote.drgPrice.map(value)), ("limits", .array(quote.limits.map(value))),
            ("parts", .array(quote.parts.map(value))), ("steps", .array(quote.steps.map(ExplanationJSON.value))),
            ("total", .string(quote.total.wire)), ("reservations", .array(quote.reservations.map(value))),
            ("marks", .texts(quote.marks.map(\.rawValue))),
            ("words", ["sv": words(.swedish), "en": words(.english)]))
    }

    /// Why a case cannot be priced.
    package static func value(_ refusal: QuoteRefusal) -> CanonicalValue {
        let arguments = refusal.arguments.map { CanonicalValue.Member($0.key, .string($0.value)) }
        return [
            "code": .string(refusal.code), "arguments": .object(arguments),
            "sv": .string(refusal.text(.swedish)), "en": .string(refusal.text(.english)),
        ]
    }

    private static func value(_ list: QuotedList) -> CanonicalValue {
        var value: CanonicalValue = [
            "year": .integer(list.year.number), "standing": .string(list.standing.code),
            "fingerprint": .string(list.fingerprint.hex),
        ]
        if case .adopted(let edition, let decision) = list.standing {
            value = value.adding(
                ("edition", .integer(edition)), ("decision", .string(decision.board.reference)),
                ("decisionDate", .string(decision.day.description)))
        }
        return value
    }

    private static func value(_ care: CareCase) -> CanonicalValue {
        let time: [(String, CanonicalValue?)] =
            switch care.time {
            case .day(let day): [("date", .string(day.description))]
            case .stay(let admission, let discharge):
                [("admission", .string(admission.description)), ("discharge", .string(discharge.description))]
            }
        return .members(
            [
                ("region", .string(care.region.text)), ("provider", .string(care.provider)),
                ("unit", .text(care.unit)), ("drg", .text(care.drg)),
                ("typeOfCare", .string(care.typeOfCare.rawValue)), ("days", care.days.map { .integer($0) }),
                ("cost", .text(care.cost?.wire)), ("careServices", .array(care.careServices.map(value))),
                ("surcharges", .array(care.surcharges.map(value))),
            ] + time)
    }

    private static func value(_ counted: CountedService) -> CanonicalValue {
        ["code": .string(counted.reference), "count": .integer(counted.count)]
    }

    private static func value(_ price: DRGPriceAtHospital) -> CanonicalValue {
        [
            "lineId": .string(price.line.description), "pointPrice": .string(price.pointPrice),
            "amount": .string(price.amount.wire),
        ]
    }

    private static func value(_ reading: LimitReading) -> CanonicalValue {
        .members(
            ("kind", .string(reading.kind.rawValue)), ("limit", .text(reading.limit)),
            ("given", .text(reading.given)), ("outcome", .string(reading.outcome.rawValue)))
    }

    private static func value(_ part: QuotePart) -> CanonicalValue {
        .members(
            ("kind", .string(part.kind.rawValue)), ("lineId", .text(part.line?.description)),
            ("code", .string(part.code)), ("text", .string(part.text)), ("count", .integer(part.count)),
            ("price", .string(part.price.wire)), ("amount", .string(part.amount.text)))
    }

    private static func value(_ reservation: QuoteReservation) -> CanonicalValue {
        var value: CanonicalValue = ["code": .string(reservation.code)]
        switch reservation {
        case .unitNotGiven(let excepted): value = value.adding(("exceptedUnits", .texts(excepted)))
        case .limitNotJudged(let kind): value = value.adding(("limit", .string(kind.rawValue)))
        case .careServicesNotUsed: break
        case .surchargeNotCounted(let code, let obstacle):
            value = value.adding(("surcharge", .string(code)), ("rule", .string(obstacle.path)))
        case .surchargeOfOtherUnit(let code, let unit):
            value = value.adding(("surcharge", .string(code)), ("unit", .string(unit)))
        }
        return value
    }
}

extension Quote.Outcome {
    /// The days past the limit that are paid each by itself; nil for other outcomes.
    fileprivate var daysPast: Int? {
        if case .outlierPerDay(let days) = self { days } else { nil }
    }
}
