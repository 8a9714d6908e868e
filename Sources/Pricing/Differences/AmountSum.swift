package import Federation

/// A sum of amounts, or an amount times a number of cases, in whole öre (summa). It may pass what an `Amount` holds:
/// 64 bits of öre × a thousand million cases × a hundred million lines still fit in its 128 bits.
package struct AmountSum: Hashable, Comparable, Sendable {
    package var ore: Int128

    package init(ore: Int128 = 0) { self.ore = ore }

    /// The change from one amount to another.
    package init(from earlier: Amount, to later: Amount) { ore = Int128(later.ore) - Int128(earlier.ore) }

    /// Kronor with a point and two decimals, `56109.00`.
    package var wire: String {
        let digits = String(ore.magnitude)
        let padded = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
        return (ore < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
    }

    /// This change for so many cases.
    package func times(_ cases: Int64) -> AmountSum { AmountSum(ore: ore * Int128(cases)) }

    package static func < (left: AmountSum, right: AmountSum) -> Bool { left.ore < right.ore }
    package static func + (left: AmountSum, right: AmountSum) -> AmountSum { AmountSum(ore: left.ore + right.ore) }
    package static func += (left: inout AmountSum, right: AmountSum) { left.ore += right.ore }
    package static func - (left: AmountSum, right: AmountSum) -> AmountSum { AmountSum(ore: left.ore - right.ore) }
}
