import Federation
import Registry

extension Conversion {
    /// The text in the canonical form; nil where it is not of the form that the conversion reads.
    func apply(_ text: String) -> String? {
        switch self {
        case .trim: text.trimmedBlanks
        case .upper: text.uppercased()
        case .list: Conversion.words(text).joined(separator: " ")
        case .boolean: Conversion.truth(text)
        case .swedishDecimal: Conversion.swedishAmount(text)
        case .pointDecimal: Conversion.twoDecimals(text.trimmedBlanks)
        case .oreToKronor: Conversion.kronor(fromOre: text.trimmedBlanks)
        case .compactDate: Day(compact: text.trimmedBlanks)?.description
        case .yearOfDate: (Day(text.trimmedBlanks) ?? Day(compact: text.trimmedBlanks)).map { String($0.year) }
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == ";" || $0 == "/" || $0.isBlank }.map(String.init)
    }

    private static func truth(_ text: String) -> String? {
        switch text.trimmedBlanks.lowercased() {
        case "ja", "sant", "true", "1": "true"
        case "nej", "falskt", "false", "0": "false"
        default: nil
        }
    }

    /// `41 200,00` with any blank between thousands. A blank anywhere else is a slip that must not become a price.
    private static func swedishAmount(_ text: String) -> String? {
        let trimmed = text.trimmedBlanks
        // With a point it is another notation: `41.200` may mean either.
        guard !trimmed.utf8.contains(UInt8(ascii: ".")) else { return nil }
        let negative = trimmed.hasPrefix("-") || trimmed.hasPrefix("\u{2212}")
        let parts = (negative ? String(trimmed.dropFirst()) : trimmed).split(
            separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first else { return nil }
        let groups = whole.split(omittingEmptySubsequences: false, whereSeparator: \.isBlank)
        guard
            groups.count == 1 || (groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count))
        else { return nil }
        let decimals = parts.count == 2 ? "." + parts[1] : ""
        return twoDecimals((negative ? "-" : "") + groups.joined() + decimals)
    }

    private static func twoDecimals(_ text: String) -> String? {
        guard let decimal = ExactDecimal(text) else { return nil }
        return (decimal.scale <= 2 ? decimal.rescaled(to: 2) : decimal)?.text
    }

    private static func kronor(fromOre text: String) -> String? {
        guard let ore = ExactDecimal(text)?.rescaled(to: 0) else { return nil }
        return Amount(ore: ore.units).wire
    }
}

extension Character {
    /// A space, tab, no-break space or narrow no-break space.
    var isBlank: Bool { self == " " || self == "\t" || self == "\u{A0}" || self == "\u{202F}" || isNewline }
}

extension String {
    /// Whether there is nothing but blanks.
    var isAllBlank: Bool {
        // Most values begin with a letter or a digit, and their characters need not be looked at.
        if let first = utf8.first, first > 0x20, first < 0x80 { return false }
        return allSatisfy(\.isBlank)
    }

    /// The text without blanks at either end.
    var trimmedBlanks: String {
        guard let first = firstIndex(where: { !$0.isBlank }), let last = lastIndex(where: { !$0.isBlank }) else {
            return ""
        }
        return first == startIndex && last == index(before: endIndex) ? self : String(self[first...last])
    }
}
