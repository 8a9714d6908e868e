package import Federation

/// The year's stated rule for rounding (avrundning), the only place where an amount is rounded.
package struct Rounding: Hashable, Sendable {
    /// What is kept.
    package enum Unit: String, Sendable, CaseIterable { case krona, ore = "öre" }
    /// What becomes of a tie.
    package enum Mode: String, Sendable, CaseIterable { case halfAwayFromZero, halfEven }
    /// When a computation of several steps is rounded; a line of the list is one computation.
    package enum Moment: String, Sendable, CaseIterable {
        /// Each product, before it is added to others.
        case eachStep
        /// Only the last sum.
        case end
    }

    /// The rule's name and version, for example `whole-krona-half-away-1`.
    package let id: String
    package let unit: Unit
    package let mode: Mode
    package let at: Moment

    package init(id: String, unit: Unit, mode: Mode, at: Moment = .eachStep) {
        self.id = id
        self.unit = unit
        self.mode = mode
        self.at = at
    }
}

extension Rounding {
    /// The one rounding of the house: the amount nearest to the product by this rule; nil where it does not fit in 64 bits
    /// of öre.
    package func round(_ product: ExactProduct) -> Amount? {
        // The product's units count 10^-scale kronor; the wanted unit is 10^0 or 10^-2 kronor.
        let decimals = unit == .krona ? 0 : 2
        let orePerUnit: Int128 = unit == .krona ? 100 : 1
        var divisor: Int128 = 1
        for _ in decimals..<max(product.scale, decimals) { divisor *= 10 }
        let (whole, remainder) = product.units.quotientAndRemainder(dividingBy: divisor)
        // Compared by what is left to the next whole number, since twice the remainder may not fit.
        let rest = divisor - abs(remainder)
        let isTie = abs(remainder) == rest
        let goesAway = abs(remainder) > rest || (isTie && (mode == .halfAwayFromZero || !whole.isMultiple(of: 2)))
        let rounded = goesAway ? whole + product.units.signum() : whole
        let (ore, overflow) = rounded.multipliedReportingOverflow(by: orePerUnit)
        guard !overflow, let fits = Int64(exactly: ore) else { return nil }
        return Amount(ore: fits)
    }
}
