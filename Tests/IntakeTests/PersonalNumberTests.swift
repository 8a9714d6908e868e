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
    ])
    func `a number is seen wherever it stands`(text: String) throws {
        #expect(try scan(Array(text.utf8)).count == 1)
    }

    @Test(arguments: [
        "232100-0156", "2321000156", "121212-1213", "129912-1212", "121232-1212", "a1212121212", "1212121212b",
        "f00d121212121212beef", "121212121212121212", "311212121212", "12-1212-1212", "1212 12-1212", "121212",
        "_1212121212", "SE2321000156-1212",
    ])
    func `what only looks like one is none`(text: String) throws {
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
        #expect(quoted == ["§ ••••••-••••"])
    }

    @Test func `a number after the place where the parser gave up is seen`() throws {
        let examination = try Workbench().examine("<priceSubmission>\n<a></b>\n<!-- 121212-1212 -->")
        #expect(examination.report.totals == ["xml-not-well-formed": 1, "personal-number": 1])
    }
}
