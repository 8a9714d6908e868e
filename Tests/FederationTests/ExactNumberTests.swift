import Federation
import Testing

struct ExactNumberTests {
    @Test(arguments: [("56109.00", 5_610_900), ("-5.05", -505), ("0.00", 0), ("92233720368547758.07", Int64.max)])
    func `an amount is read from its wire form and written back the same`(wire: String, ore: Int64) throws {
        let amount = try #require(Amount(wire: wire))
        #expect(amount.ore == ore)
        #expect(amount.wire == wire)
    }

    @Test(arguments: [
        "56109", "56109.0", "56109.000", "56 109.00", "+1.00", "1e2", ".50", "1.", "", "92233720368547758.08",
    ])
    func `nothing but kronor with two decimals is an amount`(wire: String) { #expect(Amount(wire: wire) == nil) }

    @Test func `a decimal keeps its zeros`() throws {
        let weight = try #require(ExactDecimal("1.210"))
        #expect(weight == ExactDecimal(units: 1210, scale: 3))
        #expect(weight.text == "1.210")
        #expect(weight.rescaled(to: 2)?.text == "1.21")
        #expect(weight.rescaled(to: 1) == nil)
    }

    @Test func `the least whole number is read, and one beyond is not`() {
        #expect(ExactDecimal("-9223372036854775808")?.units == Int64.min)
        #expect(ExactDecimal("-9223372036854775808")?.text == "-9223372036854775808")
        #expect(ExactDecimal("-9223372036854775809") == nil)
    }
}
