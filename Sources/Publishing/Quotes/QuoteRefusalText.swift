package import Federation
package import Pricing

extension QuoteRefusal {
    /// What is wrong with the case, and what to do.
    package func text(_ language: Language) -> String {
        switch self {
        case .referenceList, .unknownProvider, .unknownUnit, .drgNotDeclared, .drgExcepted, .unknownGroup:
            placeText(language)
        case .outsideValidity, .daysReversed, .daysBeyondStay, .numberOutside, .tooManyServices, .amountTooLarge:
            numberText(language)
        case .careServicesNeeded, .unknownService, .ambiguousService: serviceText(language)
        }
    }

    private func placeText(_ language: Language) -> String {
        switch self {
        case .referenceList:
            return language.pick(
                "Listan är en referenstabell och prissätter inga vårdfall. Välj ett annat år.",
                "The list is a reference table and prices no cases. Choose another year.")
        case .unknownProvider(let region, let provider):
            return language.pick(
                "\(region) har inget sjukhus ”\(provider)” i listan. Skriv sjukhusets id, som det står i listans filer.",
                "\(region) has no hospital “\(provider)” in the list. Write the hospital's id as the list's files have it."
            )
        case .unknownUnit(let provider, let unit):
            return language.pick(
                "\(provider) har ingen enhet ”\(unit)”. Skriv enhetens id, som det står i listans filer, eller utelämna den.",
                "\(provider) has no unit “\(unit)”. Write the unit's id as the list's files have it, or leave it out.")
        case .drgNotDeclared(let provider, let kind):
            return language.pick(
                "DRG-priser gäller inte vid \(provider) för \(kind.phrase(language)). Ange vårdtjänsterna i stället.",
                "DRG prices do not hold at \(provider) for \(kind.phrase(language)). Give the care services instead.")
        case .drgExcepted(let provider, let unit, let kind, let reason):
            let place = [provider, unit].compactMap { $0 }.joined(separator: ", ")
            return language.pick(
                "DRG-priser gäller inte vid \(place) för \(kind.phrase(language)): \(reason). "
                    + "Ange vårdtjänsterna i stället.",
                "DRG prices do not hold at \(place) for \(kind.phrase(language)): \(reason). "
                    + "Give the care services instead.")
        case .unknownGroup(let drg, let kind):
            return language.pick(
                "Listan har inget pris för DRG ”\(drg)” i \(kind.phrase(language)). Se efter gruppens kod och vårdformen.",
                "The list has no price of DRG “\(drg)” in \(kind.phrase(language)). Look at the group's code and the kind "
                    + "of care.")
        default: return ""
        }
    }

    private func numberText(_ language: Language) -> String {
        switch self {
        case .outsideValidity(let day, let from, let to):
            return language.pick(
                "\(day) ligger utanför listans giltighet, \(from) – \(to). Välj den lista som gäller den dagen.",
                "\(day) lies outside the list's validity, \(from) – \(to). Choose the list that holds on that day.")
        case .daysReversed(let admission, let discharge):
            return language.pick(
                "Utskrivningen \(discharge) ligger före inskrivningen \(admission). Rätta dagarna.",
                "The discharge \(discharge) lies before the admission \(admission). Mend the days.")
        case .daysBeyondStay(let days, let stay):
            return language.pick(
                "\(days) \(days.word("vårddag", "vårddagar")) ryms inte i ett vårdtillfälle på \(stay) \(stay.word("dag", "dagar")). Rätta dagarna.",
                "\(days) \(days.word("day in care does", "days in care do")) not fit in a stay of \(stay) \(stay.word("day", "days")). Mend the days."
            )
        case .numberOutside(let field, let value, let least, let most):
            return language.pick(
                "\(field) \(value) tas inte emot; lägst \(least), högst \(most).",
                "\(field) \(value) is not taken; \(least) at least, \(most) at most.")
        case .tooManyServices(let count, let most):
            return language.pick(
                "\(count) vårdtjänster och tilläggsdebiteringar är för många; högst \(most).",
                "\(count) care services and surcharges are too many; \(most) at most.")
        case .amountTooLarge:
            return language.pick(
                "Summan är större än vad som kan räknas exakt. Dela upp vårdfallet.",
                "The total is greater than what can be computed exactly. Part the case.")
        default: return ""
        }
    }

    private func serviceText(_ language: Language) -> String {
        switch self {
        case .careServicesNeeded(let passed):
            guard !passed.isEmpty else {
                return language.pick(
                    "Vårdfallet har varken DRG-grupp eller vårdtjänster. Ange någotdera.",
                    "The case has neither a DRG group nor care services. Give either.")
            }
            let limits = passed.map { $0.word(in: language) }.joined(separator: language.pick(" och ", " and "))
            return language.pick(
                "Vårdfallet är ett ytterfall (över \(limits)) och betalas med vårdtjänster. Ange dem.",
                "The case is an outlier (past \(limits)) and is paid by care services. Give them.")
        case .unknownService(let reference, let provider):
            return language.pick(
                "\(provider) har ingen vårdtjänst eller tilläggsdebitering ”\(reference)” för vårdformen. Skriv koden eller "
                    + "radens id, som de står i listans filer.",
                "\(provider) has no care service or surcharge “\(reference)” for the kind of care. Write the code or the "
                    + "line's id as the list's files have them.")
        case .ambiguousService(let reference, let lines):
            let ids = lines.map(\.description).joined(separator: ", ")
            return language.pick(
                "Flera rader har koden ”\(reference)”. Skriv radens id i stället för koden: \(ids). Enheten räcker, där den skiljer dem.",
                "Several lines have the code “\(reference)”. Write the line's id instead of the code: \(ids). The unit is enough where it tells them apart."
            )
        default: return ""
        }
    }
}

extension TypeOfCare {
    /// The kind of care inside a sentence.
    fileprivate func phrase(_ language: Language) -> String {
        self == .inpatient
            ? language.pick("sluten vård", "inpatient care") : language.pick("öppen vård", "outpatient care")
    }
}
