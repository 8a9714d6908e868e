/// Money (belopp) in whole öre; the only type for money in the house.
package struct Amount: Hashable, Comparable, Sendable {
    /// The amount in öre; 100 öre make one krona.
    package let ore: Int64

    /// An amount of so many öre.
    package init(ore: Int64) { self.ore = ore }

    /// An amount of whole kronor; nil where it does not fit in 64 bits of öre.
    package init?(kronor: Int64) {
        let (ore, overflow) = kronor.multipliedReportingOverflow(by: 100)
        guard !overflow else { return nil }
        self.ore = ore
    }

    /// Reads the wire form of every JSON, XML and machine CSV of ours: kronor with two decimals, `56109.00`.
    package init?(wire: some StringProtocol) {
        guard let decimal = ExactDecimal(String(wire)), decimal.scale == 2 else { return nil }
        self.ore = decimal.units
    }

    /// The wire form: kronor with a point and two decimals, `56109.00`.
    package var wire: String { ExactDecimal(units: ore, scale: 2).text }

    /// Whether the amount holds öre besides its kronor.
    package var hasOre: Bool { ore % 100 != 0 }

    package static func < (left: Amount, right: Amount) -> Bool { left.ore < right.ore }
}
