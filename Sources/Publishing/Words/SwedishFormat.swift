package import Federation

/// Numbers as Swedish readers write them (svensk form).
package enum SwedishFormat {
    /// No-break space, between thousands and before units.
    package static let space = "\u{A0}"

    /// Kronor with two decimals: `56 109,00`.
    package static func kronor(_ amount: Amount) -> String { decimal(ExactDecimal(units: amount.ore, scale: 2)) }

    /// Kronor without decimals where it holds no öre: `56 109`, else with two.
    package static func shortKronor(_ amount: Amount) -> String {
        amount.hasOre ? kronor(amount) : decimal(ExactDecimal(units: amount.ore / 100, scale: 0))
    }

    /// A decimal number with all its decimals: `1,210`.
    package static func decimal(_ number: ExactDecimal) -> String {
        grouped(number.text)
    }

    /// A whole number: `2 800`.
    package static func count(_ number: Int) -> String {
        decimal(ExactDecimal(units: Int64(number), scale: 0))
    }

    /// A number for a spreadsheet cell: decimal comma, plain minus, nothing between thousands.
    static func cell(_ number: ExactDecimal) -> String {
        String(decoding: number.text.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 }, as: UTF8.self)
    }

    private static func grouped(_ text: String) -> String {
        let isNegative = text.hasPrefix("-")
        let parts = text.drop { $0 == "-" }.split(separator: ".")
        let whole = parts.first.map(Array.init) ?? []
        var result = isNegative ? "\u{2212}" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { result += space }
            result.append(digit)
        }
        if parts.count == 2 { result += "," + parts[1] }
        return result
    }
}
