import Federation

/// What the regions ask for one service: the median, and the median distance from it, exact.
struct RegionalSpread {
    let median: EighthsOfOre
    /// The median absolute deviation (MAD); zero where more than half the regions ask the same.
    let medianDistance: EighthsOfOre
    let regions: Int

    /// Each region counts once, by the median of its prices; nil with fewer regions than asked for.
    init?(_ prices: [(region: RegionSlug, amount: Amount)], leastRegions: Int) {
        let byRegion = Dictionary(grouping: prices, by: \.region)
        guard byRegion.count >= max(leastRegions, 1) else { return nil }
        let own = byRegion.values.map { Self.median($0.map { EighthsOfOre($0.amount).eighths }) }
        let middle = Self.median(own)
        regions = byRegion.count
        median = EighthsOfOre(eighths: middle)
        medianDistance = EighthsOfOre(eighths: Self.median(own.map { abs($0 - middle) }))
    }

    /// Whether a price is farther from the median than the limit's factor times the measure; where that is zero, than
    /// the factor times the limit's percentage of the median.
    func isFar(_ amount: Amount, by limit: Plausibility.Deviation) -> Bool {
        let distance = abs(EighthsOfOre(amount).eighths - median.eighths)
        let factor = limit.factor
        guard medianDistance.eighths == 0 else {
            return isGreater(distance, ExactDecimal.ten(factor.scale), Int128(factor.units), medianDistance.eighths)
        }
        let percent = limit.zeroDistancePercent
        let scale = ExactDecimal.ten(factor.scale + percent.scale) * 100
        return isGreater(distance, scale, Int128(factor.units) * Int128(percent.units), abs(median.eighths))
    }

    /// Whether one product is greater than the other; one that does not fit in 128 bits is the greater one.
    private func isGreater(_ distance: Int128, _ ten: Int128, _ factor: Int128, _ measure: Int128) -> Bool {
        let (left, leftOverflow) = distance.multipliedReportingOverflow(by: ten)
        let (right, rightOverflow) = factor.multipliedReportingOverflow(by: measure)
        return !rightOverflow && (leftOverflow || left > right)
    }

    /// The middle value, or the exact mean of the two middle ones: eighths can be halved three times. Not empty.
    private static func median(_ values: [Int128]) -> Int128 {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
