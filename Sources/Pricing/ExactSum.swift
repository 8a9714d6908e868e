package import Federation

extension ExactProduct {
    /// The amount itself.
    package init(_ amount: Amount) { self.init(units: Int128(amount.ore), scale: 2) }

    /// So many times the product; nil where it does not fit in 128 bits.
    package func times(_ count: Int) -> ExactProduct? {
        let (units, overflow) = units.multipliedReportingOverflow(by: Int128(count))
        return overflow ? nil : ExactProduct(units: units, scale: scale)
    }

    /// All of them added, at the greatest of their scales; nil where it does not fit in 128 bits.
    package static func sum(_ products: [ExactProduct]) -> ExactProduct? {
        let scale = products.map(\.scale).max() ?? 2
        var sum: Int128 = 0
        for product in products {
            guard let units = product.units(atScale: scale) else { return nil }
            let (next, overflow) = sum.addingReportingOverflow(units)
            guard !overflow else { return nil }
            sum = next
        }
        return ExactProduct(units: sum, scale: scale)
    }

    /// The same as an amount; nil where it is no whole number of öre, or does not fit in 64 bits of them.
    package var amount: Amount? {
        var divisor: Int128 = 1
        for _ in 2..<max(scale, 2) { divisor *= 10 }
        let (ore, rest) = units.quotientAndRemainder(dividingBy: divisor)
        guard rest == 0, scale >= 2, let fits = Int64(exactly: ore) else { return nil }
        return Amount(ore: fits)
    }

    private func units(atScale wanted: Int) -> Int128? {
        var units = units
        for _ in scale..<wanted {
            let (next, overflow) = units.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            units = next
        }
        return units
    }
}
