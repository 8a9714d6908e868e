import Federation
import Testing

@testable import Pricing

@Suite struct RoundingTests {
    func rounded(_ price: String, _ weight: String, _ unit: Rounding.Unit, _ mode: Rounding.Mode) throws -> String? {
        let product = ExactProduct(try Fixture.amount(price), times: try Fixture.decimal(weight))
        return Rounding(id: "rule", unit: unit, mode: mode).round(product)?.wire
    }

    @Test(
        arguments: [
            ("1.00", "0.5", "1.00", "0.00"), ("3.00", "0.5", "2.00", "2.00"), ("5.00", "0.5", "3.00", "2.00"),
            ("-1.00", "0.5", "-1.00", "0.00"), ("-3.00", "0.5", "-2.00", "-2.00"), ("1.00", "0.4999", "0.00", "0.00"),
            ("1.00", "0.5001", "1.00", "1.00"), ("-1.00", "0.5001", "-1.00", "-1.00"),
            ("0.00", "1.942", "0.00", "0.00"),
            ("2590.00", "1", "2590.00", "2590.00"), ("0.50", "1", "1.00", "0.00"),
        ]) func `a tie goes away from zero or to the even krona`(
            price: String, weight: String, away: String, even: String
        )
        throws
    {
        #expect(try rounded(price, weight, .krona, .halfAwayFromZero) == away)
        #expect(try rounded(price, weight, .krona, .halfEven) == even)
    }

    @Test(
        arguments: [
            ("0.01", "0.5", "0.01", "0.00"), ("0.03", "0.5", "0.02", "0.02"), ("0.05", "0.5", "0.03", "0.02"),
            ("46371.00", "1.210", "56108.91", "56108.91"), ("46371.00", "1.9425", "90075.67", "90075.67"),
        ]) func `the unit öre keeps two decimals`(price: String, weight: String, away: String, even: String) throws
    {
        #expect(try rounded(price, weight, .ore, .halfAwayFromZero) == away)
        #expect(try rounded(price, weight, .ore, .halfEven) == even)
    }

    @Test func `an amount that does not fit in 64 bits of öre is refused, not wrapped`() throws {
        #expect(try rounded("92233720368547758.07", "1", .ore, .halfEven) == "92233720368547758.07")
        #expect(try rounded("92233720368547758.07", "1.0001", .ore, .halfEven) == nil)
        #expect(try rounded("92233720368547758.07", "1", .krona, .halfAwayFromZero) == "92233720368547758.00")
        #expect(try rounded("92233720368547758.07", "922337203685477.5807", .krona, .halfEven) == nil)
        #expect(try rounded("1000000000000.00", "1.0005", .krona, .halfEven) == "1000500000000.00")
    }

    @Test func `the exact product is written with all decimals that count and two at least`() throws {
        let text = { (price: String, weight: String) in
            ExactProduct(try Fixture.amount(price), times: try Fixture.decimal(weight)).text
        }
        #expect(try text("46371.00", "1.210") == "56108.91")
        #expect(try text("46371.00", "1.942") == "90052.482")
        #expect(try text("100.00", "1") == "100.00")
        #expect(try text("-0.05", "0.5") == "-0.025")
    }
}
