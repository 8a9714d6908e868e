package import Federation

/// A product of kronor and a decimal number before it is rounded, exact (oavrundat belopp): `units` ÷ 10^`scale` kronor.
package struct ExactProduct: Hashable, Sendable {
    package let units: Int128
    package let scale: Int

    /// The product of an amount and a number; 64 times 64 bits always fit in 128.
    package init(_ amount: Amount, times number: ExactDecimal) {
        units = Int128(amount.ore) * Int128(number.units)
        scale = 2 + number.scale
    }
}
