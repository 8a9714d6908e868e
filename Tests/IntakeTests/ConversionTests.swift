import Registry
import Testing

@testable import Intake

/// What each conversion makes of the words of a region.
struct ConversionTests {
    @Test(arguments: [
        ("41 200,00", "41200.00"), ("41\u{A0}200,00", "41200.00"), ("41\u{202F}200,00", "41200.00"),
        ("41200,00", "41200.00"), ("41200", "41200.00"), ("1 234 567,5", "1234567.50"), ("  880,00 ", "880.00"),
        ("-5", "-5.00"), ("\u{2212}5,25", "-5.25"), ("12,345", "12.345"), ("0", "0.00"), ("007,00", "7.00"),
    ])
    func `a Swedish decimal becomes kronor with a point`(text: String, wire: String) {
        #expect(Conversion.swedishDecimal.apply(text) == wire)
    }

    @Test(arguments: [
        "4 1200,00", "41 20,00", "41  200,00", "1234 567,00", "41 200 ,00", "41.200,00", "41200.00", "41 200,-",
        "41 200 kr", "1,2,3", ",50", "5,", "", "- 5", "--5", "+5", "1e3", "enligt avtal", "٤١",
        "99999999999999999999",
    ])
    func `a slip in a Swedish decimal never becomes a price`(text: String) {
        #expect(Conversion.swedishDecimal.apply(text) == nil)
    }

    @Test(arguments: [
        ("2590.5", "2590.50"), ("2590", "2590.00"), ("2590.00", "2590.00"), ("2590.500", "2590.500"),
        ("0.005", "0.005"), ("-3.1", "-3.10"),
    ])
    func `a point decimal gets two decimals and loses none, and with more it is no amount`(text: String, wire: String) {
        #expect(Conversion.pointDecimal.apply(text) == wire)
    }

    @Test(arguments: ["2590,50", "2 590.50", ".5", "5.", "2.59E3", ""])
    func `a point decimal of another form is none`(text: String) {
        #expect(Conversion.pointDecimal.apply(text) == nil)
    }

    @Test(arguments: [("259000", "2590.00"), ("5", "0.05"), ("259000.0", "2590.00"), ("-100", "-1.00")])
    func `öre become kronor`(text: String, wire: String) {
        #expect(Conversion.oreToKronor.apply(text) == wire)
    }

    @Test(arguments: ["2590.5", "2590,00", "259 000", "öre", ""])
    func `parts of an öre are none`(text: String) {
        #expect(Conversion.oreToKronor.apply(text) == nil)
    }

    @Test(arguments: [
        (Conversion.compactDate, "20230101", "2023-01-01"), (.compactDate, " 20240229 ", "2024-02-29"),
        (.yearOfDate, "20230101", "2023"), (.yearOfDate, "2023-12-31", "2023"), (.trim, " \u{A0}a b\t", "a b"),
        (.upper, "kir01", "KIR01"), (.list, "01, 02", "01 02"), (.list, "01/02", "01 02"), (.list, "01;02", "01 02"),
        (.boolean, "Ja", "true"), (.boolean, "sant", "true"), (.boolean, "1", "true"), (.boolean, "nej", "false"),
        (.boolean, "FALSKT", "false"), (.boolean, "0", "false"),
    ])
    func `other conversions`(conversion: Conversion, text: String, result: String) {
        #expect(conversion.apply(text) == result)
    }

    @Test(arguments: [
        (Conversion.compactDate, "20230229"), (.compactDate, "2023-01-01"), (.yearOfDate, "2023"),
        (.boolean, "kanske"), (.boolean, ""),
    ])
    func `what a conversion cannot read is nothing`(conversion: Conversion, text: String) {
        #expect(conversion.apply(text) == nil)
    }
}
