import Federation
import Testing

@testable import Pricing

/// Prices against Python's exact fractions; the proofs ask for more of them by `SAMVERKAN_PROVE_PRICES`.
@Suite struct OracleTests {
    @Test func `random prices agree with exact fractions to the öre`() throws {
        let count = Oracle.count("SAMVERKAN_PROVE_PRICES", usually: 4_000)
        try Oracle.expect("prices.py", on: priceLines(count), saying: "\(count) prices checked, 0 wrong")
    }

    /// Lines `weight point mode unit price`; every eighth is made to be a tie.
    private func priceLines(_ count: Int) throws -> [String] {
        var numbers = OrderTests.Numbers(state: 2023)
        return try (0..<count).map { index in
            let isTie = index.isMultiple(of: 8)
            let scale = isTie ? 1 : Int.random(in: 1...4, using: &numbers)
            let weight = ExactDecimal(units: isTie ? 5 : .random(in: 0...99_999, using: &numbers), scale: scale)
            let kronor = Int64.random(in: index.isMultiple(of: 3) ? 0...1_000_000_000_000 : 0...99_999, using: &numbers)
            let ore = isTie ? 0 : Int64.random(in: 0...99, using: &numbers)
            let point = Amount(ore: kronor * 100 + ore)
            let mode = Rounding.Mode.allCases[Int.random(in: 0...1, using: &numbers)]
            let unit = Rounding.Unit.allCases[Int.random(in: 0...1, using: &numbers)]
            let rounding = Rounding(id: "rule", unit: unit, mode: mode)
            let price = try #require(rounding.round(ExactProduct(point, times: weight)))
            return "\(weight.text) \(point.wire) \(mode.rawValue) \(unit.rawValue) \(price.wire)\n"
        }
    }
}
