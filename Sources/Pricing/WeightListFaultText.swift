package import Federation

extension WeightListFault {
    /// What is wrong and what to do; line and column are told apart.
    package func text(_ language: Language) -> String {
        switch code {
        case "weight-list-headings":
            let headings = WeightList.headings.joined(separator: ";")
            return language.pick("Första raden ska vara \(headings).", "The first line must be \(headings).")
        case "weight-list-fields":
            return language.pick(
                "Raden har \(value) fält, den ska ha sju.", "The row has \(value) fields and must have seven.")
        case "weight-list-not-a-group":
            return language.pick(
                "”\(value)” är ingen DRG-kod. Skriv en bokstav, två siffror, en bokstav.",
                "\"\(value)\" is no DRG code. Write one letter, two digits, one letter.")
        case "weight-list-not-a-weight":
            return language.pick(
                "”\(value)” är ingen vikt. Skriv med decimalkomma och högst fyra decimaler, till exempel 1,210.",
                "\"\(value)\" is no weight. Write a decimal comma and at most four decimals, for example 1,210.")
        case "weight-list-not-a-limit":
            return language.pick(
                "”\(value)” är ingen gräns. Skriv ett heltal över noll, eller lämna tomt.",
                "\"\(value)\" is no limit. Write a whole number above zero, or leave it empty.")
        case "weight-list-unknown-type-of-care":
            return language.pick(
                "”\(value)” är ingen vårdform. Skriv 01 eller 02.", "\"\(value)\" is no kind of care. Write 01 or 02.")
        case "weight-list-group-twice":
            return language.pick(
                "\(value) står redan i listan för samma vårdform.",
                "\(value) is in the list already for the same kind of care.")
        default: return code
        }
    }
}
