package import Federation

/// Why a case cannot be priced by a list (avvisad beräkning).
package enum QuoteRefusal: Error, Hashable, Sendable {
    /// A reference table prices no cases.
    case referenceList
    /// The list knows no such hospital of the region.
    case unknownProvider(region: RegionSlug, provider: String)
    /// The hospital has no such unit.
    case unknownUnit(provider: String, unit: String)
    /// The day that decides the price lies outside the list's validity.
    case outsideValidity(day: Day, from: Day, to: Day)
    /// The discharge lies before the admission.
    case daysReversed(admission: Day, discharge: Day)
    /// More days in care than the stay has calendar days.
    case daysBeyondStay(days: Int, stay: Int)
    /// A number is below the least or above the most that is taken; `field` is its name in the API.
    case numberOutside(field: String, value: String, least: String, most: String)
    /// More services than a case may have.
    case tooManyServices(count: Int, most: Int)
    /// The hospital has declared no DRG prices for the kind of care.
    case drgNotDeclared(provider: String, typeOfCare: TypeOfCare)
    /// DRG prices do not hold at the unit, or at the whole hospital where unit is nil.
    case drgExcepted(provider: String, unit: String?, typeOfCare: TypeOfCare, reason: String)
    /// The list has no price of the group for the kind of care.
    case unknownGroup(drg: String, typeOfCare: TypeOfCare)
    /// The case is paid by care services, and none are given.
    case careServicesNeeded(passed: [LimitReading.Kind])
    /// The hospital has no such care service or surcharge for the kind of care.
    case unknownService(reference: String, provider: String)
    /// Several lines have the code; at most ten are named.
    case ambiguousService(reference: String, lines: [LineID])
    /// The total does not fit in 64 bits of öre.
    case amountTooLarge
}

extension QuoteRefusal {
    /// The stable code, for example `quote-unknown-provider`.
    package var code: String {
        switch self {
        case .referenceList: "quote-reference-list"
        case .unknownProvider: "quote-unknown-provider"
        case .unknownUnit: "quote-unknown-unit"
        case .outsideValidity: "quote-outside-validity"
        case .daysReversed: "quote-days-reversed"
        case .daysBeyondStay: "quote-days-beyond-stay"
        case .numberOutside: "quote-number-outside"
        case .tooManyServices: "quote-too-many-services"
        case .drgNotDeclared: "quote-drg-not-declared"
        case .drgExcepted: "quote-drg-excepted"
        case .unknownGroup: "quote-unknown-group"
        case .careServicesNeeded: "quote-care-services-needed"
        case .unknownService: "quote-unknown-service"
        case .ambiguousService: "quote-ambiguous-service"
        case .amountTooLarge: "quote-amount-too-large"
        }
    }

    /// The named values that a sentence is filled with.
    package var arguments: [String: String] {
        switch self {
        case .referenceList, .amountTooLarge: [:]
        case .unknownProvider(let region, let provider): ["region": region.text, "provider": provider]
        case .unknownUnit(let provider, let unit): ["provider": provider, "unit": unit]
        case .outsideValidity(let day, let from, let to): ["day": "\(day)", "from": "\(from)", "to": "\(to)"]
        case .daysReversed(let admission, let discharge):
            ["admission": "\(admission)", "discharge": "\(discharge)"]
        case .daysBeyondStay(let days, let stay): ["days": "\(days)", "stay": "\(stay)"]
        case .numberOutside(let field, let value, let least, let most):
            ["field": field, "value": value, "least": least, "most": most]
        case .tooManyServices(let count, let most): ["count": "\(count)", "most": "\(most)"]
        case .drgNotDeclared(let provider, let kind): ["provider": provider, "typeOfCare": kind.rawValue]
        case .drgExcepted(let provider, let unit, let kind, let reason):
            ["provider": provider, "unit": unit ?? "", "typeOfCare": kind.rawValue, "reason": reason]
        case .unknownGroup(let drg, let kind): ["drg": drg, "typeOfCare": kind.rawValue]
        case .careServicesNeeded(let passed): ["limits": passed.map(\.rawValue).joined(separator: ", ")]
        case .unknownService(let reference, let provider): ["reference": reference, "provider": provider]
        case .ambiguousService(let reference, let lines):
            ["reference": reference, "lines": lines.map(\.description).joined(separator: ", ")]
        }
    }
}
