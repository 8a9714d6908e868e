package import Federation

/// Writes numbers as people read them: `56 108,91` in Swedish, `56,108.91` in English.
package struct NumberText: Sendable {
    package let language: Language

    package init(language: Language) { self.language = language }

    /// A decimal number in plain form, `-56108.91`, with thousands apart and the language's decimal sign.
    package func decimal(_ plain: String) -> String {
        let isNegative = plain.hasPrefix("-")
        let parts = plain.drop { $0 == "-" }.split(separator: ".")
        let whole = grouped(parts.first ?? "0")
        let decimals = parts.count > 1 ? language.pick(",", ".") + parts[1] : ""
        return (isNegative ? "−" : "") + whole + decimals
    }

    /// Kronor in plain form without unit; whole kronor without decimals.
    package func kronor(_ plain: String) -> String {
        decimal(plain.hasSuffix(".00") ? String(plain.dropLast(3)) : plain)
    }

    /// An amount with its unit: `56 109 kr`, `SEK 56,109`.
    package func money(_ plain: String) -> String {
        language.pick(kronor(plain) + "\u{A0}kr", "SEK\u{A0}" + kronor(plain))
    }

    /// Thousands apart by a no-break space or a comma.
    private func grouped(_ digits: Substring) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += language.pick("\u{A0}", ",") }
            text.append(digit)
        }
        return text
    }
}
