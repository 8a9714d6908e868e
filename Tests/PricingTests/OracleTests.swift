import Federation
import Testing

@testable import Pricing

/// Prices against Python's exact fractions; the proofs ask for more of them by `SAMVERKAN_PROVE_PRICES`.
@Suite struct OracleTests {
    /// A weight and a point price.
    typealias Factors = (weight: ExactDecimal, point: Amount)

    @Test func `random prices, and those at the edges, agree with exact fractions to the öre`() throws {
        let count = Oracle.count("SAMVERKAN_PROVE_PRICES", usually: 4_000)
        try Oracle.expect("prices.py", on: priceLines(count), saying: "\(count) prices checked, 0 wrong")
    }

    /// Lines `weight point mode unit price`: every edge by every rule first, then random ones and every hundredth an edge.
    private func priceLines(_ count: Int) throws -> [String] {
        var numbers = OrderTests.Numbers(state: 2023)
        let edges = try edges()
        let rules = Rounding.Mode.allCases.flatMap { mode in
            Rounding.Unit.allCases.map { Rounding(id: "rule", unit: $0, mode: mode) }
        }
        return try (0..<count).map { index in
            let turn = index < edges.count * rules.count ? index : index / 100
            let isEdge = index == turn || index.isMultiple(of: 100)
            let factors = isEdge ? edges[turn / rules.count % edges.count] : drawn(index, &numbers)
            let rule = isEdge ? rules[turn % rules.count] : rules[Int.random(in: 0..<rules.count, using: &numbers)]
            let price = try #require(rule.round(ExactProduct(factors.point, times: factors.weight)))
            return "\(factors.weight.text) \(factors.point.wire) \(rule.mode.rawValue) \(rule.unit.rawValue) "
                + "\(price.wire)\n"
        }
    }

    /// Zero, a million million kronor, exact ties of kronor and of öre by odd and even numbers, and what is nearly one.
    private func edges() throws -> [Factors] {
        try [
            ("0", "74750.00"), ("0.0000", "1000000000000.00"), ("1.210", "0.00"), ("1", "1000000000000.00"),
            ("9.9999", "1000000000000.00"), ("0.5", "1.00"), ("0.5", "3.00"), ("0.5", "1999999999999.00"),
            ("0.25", "2.00"), ("0.005", "1.00"), ("0.005", "3.00"), ("0.005", "199999999999999.00"), ("1.5", "0.01"),
            ("2.5", "0.01"), ("0.4999", "1.00"), ("0.5001", "1.00"), ("0.0049", "1.00"), ("0.0051", "1.00"),
        ].map { (try Fixture.decimal($0), try Fixture.amount($1)) }
    }

    /// A random weight and point price; every eighth is likely to be a tie.
    private func drawn(_ index: Int, _ numbers: inout OrderTests.Numbers) -> Factors {
        let isTie = index.isMultiple(of: 8)
        let scale = isTie ? 1 : Int.random(in: 1...4, using: &numbers)
        let weight = ExactDecimal(units: isTie ? 5 : .random(in: 0...99_999, using: &numbers), scale: scale)
        let kronor = Int64.random(in: index.isMultiple(of: 3) ? 0...1_000_000_000_000 : 0...99_999, using: &numbers)
        let ore = isTie ? 0 : Int64.random(in: 0...99, using: &numbers)
        return (weight, Amount(ore: kronor * 100 + ore))
    }
}
