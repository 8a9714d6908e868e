import Federation

/// How a layout writes money.
enum AmountStyle {
    /// `2590.00`
    case point
    /// `2590.0`, as a program writes a number.
    case number
    /// `2590` where no öre are left, as a program writes a whole number.
    case wholeNumber
    /// `41 200,00`
    case swedish
    /// `41 200,00` with a no-break space.
    case swedishNoBreak
    /// `41200,00`
    case comma
    /// `4120000`
    case ore

    /// The amount as text.
    func text(_ amount: Amount) -> String {
        let wire = amount.wire
        let kronor = String(wire.dropLast(3))
        switch self {
        case .point: return wire
        case .number: return wire.hasSuffix("0") ? String(wire.dropLast()) : wire
        case .wholeNumber: return amount.hasOre ? wire : kronor
        case .swedish: return AmountStyle.grouped(kronor, by: " ") + "," + wire.suffix(2)
        case .swedishNoBreak: return AmountStyle.grouped(kronor, by: "\u{A0}") + "," + wire.suffix(2)
        case .comma: return kronor + "," + wire.suffix(2)
        case .ore: return String(amount.ore)
        }
    }

    /// Whether JSON carries it without quotes.
    var isNumber: Bool { self == .number || self == .wholeNumber }

    /// The style of somebody who mixed up the decimal signs.
    var mistaken: AmountStyle {
        switch self {
        case .point, .number, .wholeNumber, .ore: .comma
        case .swedish, .swedishNoBreak, .comma: .point
        }
    }

    private static func grouped(_ digits: String, by space: String) -> String {
        let (sign, plain) = digits.hasPrefix("-") ? ("-", digits.dropFirst()) : ("", Substring(digits))
        guard plain.count > 3 else { return digits }
        return sign + grouped(String(plain.dropLast(3)), by: space) + space + plain.suffix(3)
    }
}
