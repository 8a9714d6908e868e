import Testing

/// Whole lists, quotes and sums against Python's exact fractions; the proofs ask for more by `SAMVERKAN_PROVE_LISTS`.
@Suite struct QuoteOracleTests {
    @Test func `random lists, quotes and sums agree with exact fractions to the öre`() throws {
        let count = Oracle.count("SAMVERKAN_PROVE_LISTS", usually: 60)
        let cases = 10
        let lists = try (0..<count).map { number in
            var list = try RandomList(seed: UInt64(number) + 1)
            return try list.told(cases: cases)
        }
        let prices = lists.reduce(0) { $0 + $1.prices.count }
        try Oracle.expect(
            "quotes.py", on: lists.map { try $0.line() },
            saying: "\(prices) prices, \(count * cases) quotes and \(count * 2) sums checked, 0 wrong")
    }
}
