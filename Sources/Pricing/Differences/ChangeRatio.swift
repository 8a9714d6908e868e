package import Federation

/// How much a price changed, as an exact ratio: change ÷ earlier amount (förändring i förhållande till tidigare pris).
package struct ChangeRatio: Hashable, Sendable {
    package let change: AmountSum
    /// Above zero.
    package let earlier: Amount

    /// The ratio; nil where there is no earlier amount above zero to compare with.
    package init?(from earlier: Amount, to later: Amount) {
        guard earlier.ore > 0 else { return nil }
        self.earlier = earlier
        change = AmountSum(from: earlier, to: later)
    }

    /// The rule by which `percent` is rounded; only for show, nothing is computed from it.
    package static let shownBy = "percent-one-decimal-half-away-1"

    /// Per cent with one decimal, half away from zero: 1 033 to 1 062 kr is `2.8`. Nil beyond 64 bits.
    package var percent: ExactDecimal? {
        let (whole, rest) = (change.ore * 1000).quotientAndRemainder(dividingBy: Int128(earlier.ore))
        let goesAway = rest.magnitude * 2 >= UInt128(earlier.ore.magnitude)
        let tenths = goesAway ? whole + rest.signum() : whole
        return Int64(exactly: tenths).map { ExactDecimal(units: $0, scale: 1) }
    }

    /// Whether the change, up or down, is strictly greater than so many per cent (zero or more).
    package func exceeds(percent: ExactDecimal) -> Bool {
        let hundred = (0..<percent.scale).reduce(UInt128(100)) { hundred, _ in hundred * 10 }
        // At 18 decimals the left side could pass 128 bits: then it is greater.
        let (changed, overflow) = change.ore.magnitude.multipliedReportingOverflow(by: hundred)
        return overflow || changed > UInt128(percent.units.magnitude) * UInt128(earlier.ore.magnitude)
    }

    /// Whether this changed more, up or down, than the other.
    func isGreater(than other: ChangeRatio) -> Bool {
        change.ore.magnitude * UInt128(other.earlier.ore.magnitude)
            > other.change.ore.magnitude * UInt128(earlier.ore.magnitude)
    }
}
