/// An exact quotient of two whole numbers (kvot), for an index uplift: 2.8 % is 28/1000.
package struct Ratio: Hashable, Sendable {
    package let numerator: Int64
    package let denominator: Int64

    /// The quotient of `numerator` and a positive `denominator`.
    package init?(_ numerator: Int64, over denominator: Int64) {
        guard denominator > 0 else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Reads a percentage as written, `2.8`; nil where it is no decimal number of at most 12 decimals.
    package init?(percent text: String) {
        guard let decimal = ExactDecimal(text), decimal.scale <= 12 else { return nil }
        var denominator: Int64 = 100
        for _ in 0..<decimal.scale { denominator *= 10 }
        self.numerator = decimal.units
        self.denominator = denominator
    }
}
