package import Federation

/// What a plausible price is (rimlighet); a price that is not needs a reason or a person's acknowledgement.
package struct Plausibility: Hashable, Sendable {
    /// A greater change from last year needs a reason; per cent.
    package let changePercent: ExactDecimal
    /// So far from last year's price that a slip of the pen is likely; nil where that is not judged.
    package let slip: Slip?
    /// How far a region may be from the others; nil where that is not judged.
    package let deviation: Deviation?
    /// Amounts that stand for "no price" in somebody's system, for example 99 999 kr.
    package let suspiciousAmounts: [Amount]

    package init(
        changePercent: ExactDecimal, slip: Slip? = nil, deviation: Deviation? = nil, suspiciousAmounts: [Amount] = []
    ) {
        self.changePercent = changePercent
        self.slip = slip
        self.deviation = deviation
        self.suspiciousAmounts = suspiciousAmounts
    }

    /// How many times last year's price looks like a slip (skrivfel).
    package struct Slip: Hashable, Sendable {
        /// At least so many times last year's price; 2 or more.
        package let timesMore: Int
        /// At most last year's price divided by this; 2 or more.
        package let timesLess: Int

        package init(timesMore: Int, timesLess: Int) {
            self.timesMore = timesMore
            self.timesLess = timesLess
        }
    }

    /// How far from the other regions' median a price may be (avvikelse).
    package struct Deviation: Hashable, Sendable {
        /// More than so many times the median absolute deviation is too far; above 0.
        package let factor: ExactDecimal
        /// Fewer regions with the same service are not compared; at least 3.
        package let leastRegions: Int
        /// The percentage of the median that stands in for the median absolute deviation where that is zero.
        package let zeroDistancePercent: ExactDecimal

        package init(
            factor: ExactDecimal, leastRegions: Int, zeroDistancePercent: ExactDecimal
        ) {
            self.factor = factor
            self.leastRegions = leastRegions
            self.zeroDistancePercent = zeroDistancePercent
        }
    }
}
