package import Federation

/// A product of kronor and a decimal number before it is rounded, exact (oavrundat belopp): `units` ÷ 10^`scale` kronor.
package struct ExactProduct: Hashable, Sendable {
    package let units: Int128
    package let scale: Int

    /// So many units of 10^-`scale` kronor.
    package init(units: Int128, scale: Int) {
        self.units = units
        self.scale = scale
    }

    /// The product of an amount and a number; 64 times 64 bits always fit in 128.
    package init(_ amount: Amount, times number: ExactDecimal) {
        units = Int128(amount.ore) * Int128(number.units)
        scale = 2 + number.scale
    }
}

extension ExactProduct {
    /// Kronor with a point and as many decimals as it takes, two at least: `56108.91`.
    package var text: String {
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        var decimals = padded.suffix(scale)
        while decimals.utf8.count > 2, decimals.last == "0" { decimals.removeLast() }
        return (units < 0 ? "-" : "") + padded.dropLast(scale) + "." + decimals
    }
}
