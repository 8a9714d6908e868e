package import Federation

/// The numbers by which prices are held to be plausible (rimlighetsgränser); a year's price model states them.
package struct PlausibilityLimits: Hashable, Sendable {
    /// A greater change from last year, in per cent, needs a reason.
    package let changePercent: ExactDecimal
    /// A price of at least so many times last year's is questioned.
    package let timesLastYear: Int64
    /// A price of at most one so manieth of last year's is questioned.
    package let partOfLastYear: Int64
    /// A price farther from the regions' median than so many times the median distance from it is questioned.
    package let deviationFactor: ExactDecimal
    /// In how many regions, at least, a service must have a price to be compared.
    package let leastRegions: Int
    /// Amounts that look like fillers.
    package let suspiciousAmounts: Set<Amount>

    package init(
        changePercent: ExactDecimal, timesLastYear: Int64 = 10, partOfLastYear: Int64 = 100,
        deviationFactor: ExactDecimal = ExactDecimal(units: 5, scale: 0), leastRegions: Int = 5,
        suspiciousAmounts: Set<Amount> = usualFillers
    ) {
        self.changePercent = changePercent
        self.timesLastYear = timesLastYear
        self.partOfLastYear = partOfLastYear
        self.deviationFactor = deviationFactor
        self.leastRegions = leastRegions
        self.suspiciousAmounts = suspiciousAmounts
    }

    /// What people fill in where they know no price: nines, a row of digits, one krona.
    package static let usualFillers: Set<Amount> = Set(
        [1, 9_999, 12_345, 99_999, 123_456, 999_999, 9_999_999, 99_999_999].map { Amount(ore: $0 * 100) })
}
