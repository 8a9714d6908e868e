package import Federation

extension QuoteRefusal {
    /// Why the case cannot be priced and what to do, in one sentence or two.
    package func text(_ language: Language) -> String {
        switch self {
        case .referenceList:
            language.pick(
                "En referenslista prissätter inga vårdfall. Välj en regional lista.",
                "A reference list prices no cases. Choose a regional one.")
        case .unknownProvider(let region, let provider):
            language.pick(
                "\(region) har inget sjukhus ”\(provider)”.", "\(region) has no hospital \"\(provider)\".")
        case .unknownUnit(let provider, let unit):
            language.pick("\(provider) har ingen enhet ”\(unit)”.", "\(provider) has no unit \"\(unit)\".")
        case .outsideValidity(let day, let from, let to):
            language.pick(
                "\(day) ligger utanför listan, som gäller \(from) – \(to).",
                "\(day) is outside the list, which holds \(from) – \(to).")
        case .daysReversed(let admission, let discharge):
            language.pick(
                "Utskrivningen \(discharge) kommer före inskrivningen \(admission).",
                "The discharge \(discharge) is before the admission \(admission).")
        case .daysBeyondStay(let days, let stay):
            language.pick(
                "\(days) vårddagar ryms inte i vistelsens \(stay) dagar.",
                "\(days) days in care do not fit in the \(stay) days of the stay.")
        case .numberOutside(let field, let value, let least, let most):
            language.pick(
                "\(value) går inte i \(field). Ange \(least) till \(most).",
                "\(value) does not do in \(field). Give \(least) to \(most).")
        case .tooManyServices(let count, let most):
            language.pick(
                "Vårdfallet har \(count) tjänster; högst \(most) räknas.",
                "The case has \(count) services; at most \(most) are priced.")
        default: priceText(language)
        }
    }

    private func priceText(_ language: Language) -> String {
        switch self {
        case .drgNotDeclared(let provider, let kind):
            language.pick(
                "\(provider) har inga DRG-priser för vårdform \(kind.rawValue). Ange vårdtjänster i stället för DRG.",
                "\(provider) has no DRG prices for the kind of care \(kind.rawValue). Give care services instead of a DRG."
            )
        case .drgExcepted(let provider, let unit, let kind, let reason):
            language.pick(
                "\(unit ?? "Hela sjukhuset") vid \(provider) är undantagen från DRG för vårdform \(kind.rawValue) "
                    + "(\(reason)). Ange vårdtjänster i stället för DRG.",
                "\(unit ?? "The whole hospital") at \(provider) is excepted from DRG for the kind of care "
                    + "\(kind.rawValue) (\(reason)). Give care services instead of a DRG.")
        case .unknownGroup(let drg, let kind):
            language.pick(
                "Listan har inget pris på \(drg) för vårdform \(kind.rawValue).",
                "The list has no price of \(drg) for the kind of care \(kind.rawValue).")
        case .careServicesNeeded(let passed) where passed.isEmpty:
            language.pick(
                "Utan DRG betalas vårdfallet med vårdtjänster. Ange dem.",
                "Without a DRG the case is paid by care services. Give them.")
        case .careServicesNeeded:
            language.pick(
                "Vårdfallet är ett ytterfall och betalas med vårdtjänster. Ange dem.",
                "The case is an outlier and paid by care services. Give them.")
        case .unknownService(let reference, let provider):
            language.pick(
                "\(provider) har ingen ”\(reference)” för vårdformen.",
                "\(provider) has no \"\(reference)\" for the kind of care.")
        case .ambiguousService(let reference, let lines):
            language.pick(
                "Flera rader har koden ”\(reference)”: \(lines.map(\.description).joined(separator: ", ")). Ange enhet "
                    + "eller rad-id.",
                "Several lines have the code \"\(reference)\": \(lines.map(\.description).joined(separator: ", ")). Give "
                    + "the unit or a line id.")
        default:
            language.pick("Summan är för stor för att räknas.", "The total is too large to compute.")
        }
    }
}
