import Federation

/// Numbers as people write them on the command line.
enum MoneyOption {
    /// Kronor with a comma or point and at most two decimals, blanks between thousands allowed: `250 000,50`.
    static func amount(_ text: String) -> Amount? {
        decimal(text)?.rescaled(to: 2).map { Amount(ore: $0.units) }
    }

    /// A decimal number with comma or point, blanks between thousands allowed.
    static func decimal(_ text: String) -> ExactDecimal? {
        let plain = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }.replacing(",", with: ".")
        return ExactDecimal(plain)
    }

    /// `ID=VALUE`, both with something in them.
    static func pair(_ text: String) -> (name: String, value: String)? {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
}
