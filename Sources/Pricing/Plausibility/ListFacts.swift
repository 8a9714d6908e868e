package import Federation

/// The amounts and names that a finding's sentences are filled with (uppgifter).
package enum ListFacts: Hashable, Sendable {
    case change(PriceChange)
    /// A changed price whose measure was another last year.
    case measureChanged(PriceChange, lastMeasure: Measure)
    /// A price, and last year's where there was one.
    case price(Amount, measure: Measure?, last: Amount?)
    /// A price below the least amount that the model allows, and last year's where there was one.
    case belowLeast(Amount, measure: Measure?, least: Amount, last: Amount?)
    case deviation(PriceDeviation)
    indirect case missing(MissingItem)
    /// A year and how many lines it concerns.
    case year(Year, count: Int)
    /// The name of a file or rule, or other words.
    case name(String)
    /// An index of the year.
    case index(AppliedIndex)
    /// How many of the prices of one point price moved.
    indirect case moved(MovedPrices)
    /// The index of a line without medical field, and those that may hold for it instead.
    case unfielded(AppliedIndex, others: [AppliedIndex])
    /// A fixed DRG price that is not in the list.
    indirect case leftOut(LeftOutFixedPrice)
}

/// DRG prices of one point price that moved more than a change may be without a reason (flyttade DRG-priser).
package struct MovedPrices: Hashable, Sendable {
    /// The point price's id in the model.
    package let pointPrice: String
    /// How many moved, of how many that can be compared.
    package let count: Int
    package let all: Int
    /// The greatest change, and its group.
    package let greatest: PriceChange
    package let greatestCode: String

    package init(pointPrice: String, count: Int, all: Int, greatest: PriceChange, greatestCode: String) {
        self.pointPrice = pointPrice
        self.count = count
        self.all = all
        self.greatest = greatest
        self.greatestCode = greatestCode
    }
}

/// A price and last year's.
package struct PriceChange: Hashable, Sendable {
    package let amount: Amount
    package let last: Amount
    /// Nil for fixed DRG prices.
    package let measure: Measure?
    /// Why, in the region's words; nil where it gives no reason.
    package let reason: String?

    package init(amount: Amount, last: Amount, measure: Measure?, reason: String?) {
        self.amount = amount
        self.last = last
        self.measure = measure
        self.reason = reason
    }

    /// The change as a share of last year's; nil where that is zero.
    package var ratio: ChangeRatio? { ChangeRatio(from: last, to: amount) }
}

/// A price held against what the regions ask for the same service (avvikelse).
package struct PriceDeviation: Hashable, Sendable {
    package let amount: Amount
    package let measure: Measure
    /// The median of the regions' prices.
    package let median: EighthsOfOre
    /// The median of the regions' distances from the median.
    package let medianDistance: EighthsOfOre
    /// How many regions have a price for the service.
    package let regions: Int
    /// Last year's price; nil where there was none.
    package let last: Amount?

    package init(
        amount: Amount, measure: Measure, median: EighthsOfOre, medianDistance: EighthsOfOre, regions: Int,
        last: Amount? = nil
    ) {
        self.last = last
        self.amount = amount
        self.measure = measure
        self.median = median
        self.medianDistance = medianDistance
        self.regions = regions
    }
}

/// An exact number of eighths of an öre: medians of medians halve at most three times.
package struct EighthsOfOre: Hashable, Comparable, Sendable {
    package let eighths: Int128

    package init(eighths: Int128) { self.eighths = eighths }
    package init(_ amount: Amount) { eighths = Int128(amount.ore) * 8 }

    package static func < (left: EighthsOfOre, right: EighthsOfOre) -> Bool { left.eighths < right.eighths }

    /// Kronor exactly, with a point and as many decimals as it takes, two at least: `2590.25`.
    package var text: String { ExactProduct(units: eighths * 125, scale: 5).text }
}
