package import Federation

/// The numbers by which prices are held to be plausible (rimlighetsgränser), as a year's price model states them.
package struct PlausibilityLimits: Hashable, Sendable {
    /// A greater change from last year, in per cent, needs a reason.
    package let changePercent: ExactDecimal
    /// A price of at least so many times last year's is questioned; nil where that is not judged.
    package let timesMore: ExactDecimal?
    /// A price of at most last year's divided by this is questioned; nil where that is not judged.
    package let timesLess: ExactDecimal?
    /// A price farther from the regions' median than so many times the median distance from it is questioned; nil where
    /// that is not judged.
    package let deviationFactor: ExactDecimal?
    /// In how many regions, at least, a service must have a price to be compared.
    package let leastRegions: Int
    /// Amounts that look like fillers.
    package let suspiciousAmounts: Set<Amount>

    package init(
        changePercent: ExactDecimal, timesMore: ExactDecimal? = ExactDecimal(units: 10, scale: 0),
        timesLess: ExactDecimal? = ExactDecimal(units: 100, scale: 0),
        deviationFactor: ExactDecimal? = ExactDecimal(units: 5, scale: 0), leastRegions: Int = 5,
        suspiciousAmounts: Set<Amount> = usualFillers
    ) {
        self.changePercent = changePercent
        self.timesMore = timesMore
        self.timesLess = timesLess
        self.deviationFactor = deviationFactor
        self.leastRegions = leastRegions
        self.suspiciousAmounts = suspiciousAmounts
    }

    /// What people fill in where they know no price: nines, a row of digits, one krona.
    package static let usualFillers: Set<Amount> = Set(
        [1, 9_999, 12_345, 99_999, 123_456, 999_999, 9_999_999, 99_999_999].map { Amount(ore: $0 * 100) })
}

extension Amount {
    /// Whether this is at least so many times the other, exactly; neither is negative.
    func isAtLeast(_ factor: ExactDecimal, times other: Amount) -> Bool {
        let ten = (0..<factor.scale).reduce(UInt128(1)) { power, _ in power * 10 }
        return UInt128(ore.magnitude) * ten >= UInt128(factor.units.magnitude) * UInt128(other.ore.magnitude)
    }
}
