import Federation
import Reading
import Testing

@testable import Intake

/// Personal identity numbers are seen anywhere in the bytes. The numbers here belong to nobody: 1912-12-12 is the tax
/// agency's own example.
struct PersonalNumberTests {
    private func scan(_ bytes: [UInt8], pieces: Int = 65_536) throws -> [Spot] {
        let scanner = PersonalNumberScanner(MemorySource(bytes))
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieces, alignment: 1)
        defer { buffer.deallocate() }
        while try scanner.read(into: buffer) > 0 {}
        return scanner.found
    }

    @Test(arguments: [
        "<!-- 121212-1212 -->", "<a b='19121212-1212'/>", "{\"x\": 191212121212}", "1212121212", "121212+1212",
        "namn: 191212121212.", "å 121212-1212", "<a>1212121212</a>", "121272-1219",
        "121212 1212", "20230101 121212-1212", "19121212\u{A0}1212", "121212\u{2010}1212", "121212\u{2013}1212",
        "121212\u{2015}1212", "121212\u{2212}1212", "19121212\u{202F}1212", "19121212\u{AD}1212",
    ])
    func `a number is seen wherever it stands`(text: String) throws {
        #expect(try scan(Array(text.utf8)).count == 1)
    }

    @Test(arguments: [
        "Besök Pnr19121212-1212", "pnr191212121212", "pnr:191212121212", "_19121212-1212", "id_191212121212",
        "abc19121212-1212", "19121212-1212_1", "19121212-1212och", "191212121212x", "19121212-1212-01",
        "pnr121212-1212",
        "19121212 - 1212", "121212 -1212", "19121212- 1212", "19121212\u{A0}\u{2013}\u{A0}1212", "1912-12-12-1212",
        "pnr1912-12-12-1212", "1912\u{2013}12\u{2013}12\u{2013}1212",
    ])
    func `a number is seen beside letters, with blanks around its sign and with hyphens in its date`(text: String)
        throws
    {
        #expect(try scan(Array(text.utf8)).count == 1)
        #expect(try scan(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).count == 1)
        #expect(try scan(text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }).count == 1)
    }

    @Test(arguments: [
        "232100-0156", "2321000156", "121212-1213", "129912-1212", "121232-1212", "a1212121212", "1212121212b",
        "121212121212121212", "311212121212", "12-1212-1212", "1212 12-1212", "121212", "_1212121212",
        "SE2321000156-1212", "121212  1212", "121212, 1212", "121212\u{2016}1212", "121212 a1212", "pnr1212121212",
        "2023-01-01-2023-12-31", "2023-01-01 2023", "2023-01 - 01 - 2023", "20230101  -  2023",
    ])
    func `what only looks like one is none`(text: String) throws {
        #expect(try scan(Array(text.utf8)).isEmpty)
    }

    @Test(arguments: [
        "f00d191212121212beef", "f00d191212121212", "191212121212beef", "ab121212-1212-4c5d-8e9f-0123456789ab",
        "AB121212-1212-4C5D-8E9F-191212121212f", "f00d1212121212beef",
    ])
    func `a hexadecimal number is none`(text: String) throws {
        #expect(try scan(Array(text.utf8)).isEmpty)
    }

    @Test func `a number in UTF-16 is seen, whichever byte comes first`() throws {
        let text = "<a>19121212-1212</a>"
        let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try scan(little) == [Spot(offset: 8, line: 1, column: 4)])
        #expect(try scan(big) == [Spot(offset: 9, line: 1, column: 4)])
    }

    @Test(arguments: 1...7)
    func `a number cut between two pieces is seen`(pieces: Int) throws {
        #expect(try scan(Array("<a>19121212-1212</a>".utf8), pieces: pieces).count == 1)
    }

    @Test func `the place counts characters in UTF-8 and in ISO-8859-1`() throws {
        let utf8 = Array("å\nåäö § 121212-1212".utf8)
        #expect(try scan(utf8) == [Spot(offset: 13, line: 2, column: 7)])
        let latin: [UInt8] =
            [0x3C, 0x3C, 0x3C, 0xE5, 0x0A, 0xE5, 0xE4, 0xF6, 0x20, 0xA7, 0x20] + Array("121212-1212".utf8)
        #expect(try scan(latin) == [Spot(offset: 11, line: 2, column: 7)])
    }

    @Test func `a dash in Windows-1252 and in UTF-16 is a sign`() throws {
        #expect(try scan(Array("121212".utf8) + [0x96] + Array("1212".utf8)).count == 1)
        let text = "<!-- 19121212\u{2013}1212 -->"
        #expect(try scan(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).count == 1)
        #expect(try scan(text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }).count == 1)
    }

    @Test func `beyond what is shown numbers are counted`() throws {
        let comment = "<!-- " + String(repeating: "121212-1212\n", count: 1_500) + "-->"
        let text = try Base.text("price.xml") + comment
        let report = try Workbench().examine(text).report
        #expect(report.totals == ["personal-number": 1_500, "no-previous-list": 1])
        #expect(report.samples.count == FindingsReport.samplesPerCode + 1)
    }

    @Test(arguments: [
        "19121212&#45;1212", "19121212&#x2D;1212", "19121212&#x2013;1212", "&#49;9121212-1212",
        "19121212<![CDATA[-]]>1212", "19121212\u{2013}1212", "19121212 1212", "19121212-1212",
    ])
    func `a number that entities hide in XML is seen once`(number: String) throws {
        let text = try Base.text("price.xml").replacing("Läkarbesök kirurgi", with: number)
        #expect(try Workbench().examine(text).report.totals["personal-number"] == 1)
        guard !number.contains("CDATA") else { return }
        let attribute = try Base.text("price.xml").replacing("prislista@xmlby.example", with: number)
        #expect(try Workbench().examine(attribute).report.totals["personal-number"] == 1)
    }

    @Test func `a number that escapes hide in JSON is seen once, in values and in names`() throws {
        let base = try Base.text("price.json")
        let value = base.replacing("Läkarbesök kirurgi", with: "19121212\\u002d1212")
        #expect(try Workbench().examine(value, region: "jsonby").report.totals["personal-number"] == 1)
        let name = base.replacing("\"SEK\",", with: "\"SEK\", \"19121212\\u002d1212\": 1, \"121212-1212\": 2,")
        #expect(try Workbench().examine(name, region: "jsonby").report.totals["personal-number"] == 2)
    }

    @Test func `a number in a name is masked in the paths of findings`() throws {
        let text = try Base.text("price.json").replacing("\"SEK\",", with: "\"SEK\", \"19121212-1212\": 1,")
        let report = try Workbench().examine(text, region: "jsonby").report
        #expect(report.totals["not-in-contract"] == 1)
        let paths = report.samples.compactMap { $0.code == "not-in-contract" ? $0.place?.path : nil }
        #expect(paths == ["/••••••••-••••"])
        #expect(!"\(report)".contains("1212"))
    }

    @Test(arguments: [
        ("year=\"2023\"", "year=\"2022\"", "wrong-year"), ("\"xmlby\"", "\"jsonby\"", "wrong-region"),
    ])
    func `a wrong file that names a person says so too, and is held`(old: String, new: String, code: String) throws {
        let text = try Base.text("price.xml").replacing(old, with: new)
            .replacing("Läkarbesök kirurgi", with: "19121212-1212")
        let examination = try Workbench().examine(text)
        #expect(Set(examination.report.totals.keys) == [code, "personal-number"])
        #expect(examination.verdict == .held)
    }

    @Test func `a file of unknown layout that names a person says so too, and is held`() throws {
        let examination = try Workbench().examine("<Lista><Rad>19121212-1212</Rad></Lista>", region: "egenby")
        #expect(examination.report.totals == ["layout-unknown": 1, "personal-number": 1])
        #expect(examination.verdict == .held)
    }

    @Test func `the finding does not repeat the number, and the version is held`() throws {
        let text = try Base.text("price.xml").replacing("Läkarbesök medicin", with: "19121212-1212")
        let examination = try Workbench().examine(text)
        #expect(examination.verdict == .held)
        let told = examination.report.samples.filter { $0.code == "personal-number" }
        #expect(told.count == 2)
        for finding in examination.report.samples { #expect(!"\(finding)".contains("1212")) }
    }

    @Test func `what names a person has no submission, and no other finding quotes the number`() throws {
        let text = try Base.text("price.xml").replacing("<code>MED02</code>", with: "<code>§ 121212-1212</code>")
            .replacing("Läkarbesök medicin", with: "19121212-1212")
        let examination = try Workbench().examine(text)
        #expect(examination.submission == nil)
        let quoted = examination.report.samples.filter { $0.code == "code-malformed" }.map(\.sample)
        #expect(quoted == ["§ ••••••-••••", "§ ••••••-••••"])
    }

    @Test func `a number after the place where the parser gave up is seen`() throws {
        let examination = try Workbench().examine("<priceSubmission>\n<a></b>\n<!-- 121212-1212 -->")
        #expect(examination.report.totals == ["xml-not-well-formed": 1, "personal-number": 1])
    }
}
