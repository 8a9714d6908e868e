import Federation
import Publishing
import Testing

struct `Swedish numbers` {
    @Test(arguments: [
        (0, "0,00"), (5, "0,05"), (99_999, "999,99"), (100_000, "1\u{A0}000,00"), (5_610_900, "56\u{A0}109,00"),
        (123_456_789_000, "1\u{A0}234\u{A0}567\u{A0}890,00"), (-100, "\u{2212}1,00"),
    ])
    func `kronor have a decimal comma and a no-break space between thousands`(ore: Int64, text: String) {
        #expect(SwedishFormat.kronor(Amount(ore: ore)) == text)
    }

    @Test
    func `the short form leaves out öre only where there are none`() {
        #expect(SwedishFormat.shortKronor(Amount(ore: 7_475_000)) == "74\u{A0}750")
        #expect(SwedishFormat.shortKronor(Amount(ore: 7_475_050)) == "74\u{A0}750,50")
    }

    @Test
    func `a weight keeps all its decimals`() {
        #expect(SwedishFormat.decimal(ExactDecimal(units: 1210, scale: 3)) == "1,210")
    }

    @Test
    func `the limits of 64 bits are written whole`() {
        #expect(SwedishFormat.kronor(Amount(ore: .min)) == "\u{2212}92\u{A0}233\u{A0}720\u{A0}368\u{A0}547\u{A0}758,08")
    }
}
