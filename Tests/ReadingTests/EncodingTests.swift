import Reading
import Testing

@Suite struct EncodingTests {
    private func text(_ bytes: [UInt8], declared: String? = nil, mediaType: String? = nil) throws -> String? {
        try events(bytes, declared: declared, mediaType: mediaType).first { $0.hasPrefix("text") }
    }

    private func declaring(_ encoding: String, _ text: String) -> String {
        "<?xml version='1.0' encoding='\(encoding)'?><a>\(text)</a>"
    }

    @Test func `the byte order mark wins over all declarations`() throws {
        let log = try log([0xEF, 0xBB, 0xBF] + declaring("ISO-8859-1", "å").bytes, declared: "windows-1252")
        #expect(log.lines.contains { $0.hasPrefix("text \"å\"") })
        #expect(
            log.notices.map(\.arguments) == [
                ["used": "UTF-8", "declared": "ISO-8859-1", "declaredBy": "declaration"],
                ["used": "UTF-8", "declared": "windows-1252", "declaredBy": "descriptor"],
            ])
    }

    @Test func `the declaration wins over the HTTP header, which wins over the descriptor`() throws {
        let first = try log(declaring("ISO-8859-1", "å").latin1, mediaType: "text/xml; charset=\"utf-8\"")
        #expect(first.notices.map(\.code) == ["encoding-disagreement"])
        #expect(first.lines.contains { $0.hasPrefix("text \"å\"") })
        let second = try log("<a>å</a>".latin1, declared: "UTF-8", mediaType: "text/xml; charset=ISO-8859-1")
        #expect(second.notices.map { $0.arguments["declaredBy"] } == ["descriptor"])
        #expect(second.lines.contains { $0.hasPrefix("text \"å\"") })
        #expect(try text("<a>å</a>".latin1, declared: "ISO-8859-1")?.hasPrefix("text \"å\"") == true)
    }

    @Test func `an instruction that only begins like a declaration declares nothing`() throws {
        #expect(try text("<?xml-style encoding='ISO-8859-1'?><a>å</a>".bytes)?.hasPrefix("text \"å\"") == true)
    }

    @Test func `nobody who agrees is told off`() throws {
        let log = try log(
            declaring("utf-16", "å").utf16LittleEndian, declared: "UTF-16", mediaType: "text/xml; charset=utf-16le")
        #expect(log.notices.isEmpty)
    }

    @Test func `Windows-1252 has its own signs and its gaps`() throws {
        let head = "<?xml version='1.0' encoding='windows-1252'?><a>".bytes
        let place = "1:\(head.count + 1) \(head.count)..<\(head.count + 2)"
        #expect(try text(head + [0x80, 0x96] + "</a>".bytes) == "text \"€–\" \(place)")
        #expect(
            fault(head + "\nå".latin1 + [0x81] + "</a>".bytes)
                == ReadingFault(
                    "encoding-broken", ["encoding": "Windows-1252", "byte": "81"],
                    at: Spot(offset: head.count + 2, line: 2, column: 2)))
    }

    @Test func `bytes that are not UTF-8 are refused at their place and never replaced`() {
        #expect(
            fault("<år>\nå".bytes + [0xE5] + "</år>".bytes)
                == ReadingFault(
                    "encoding-broken", ["encoding": "UTF-8", "byte": "E5"], at: Spot(offset: 8, line: 2, column: 2)))
        for broken: [UInt8] in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] {
            #expect(fault("<a>".bytes + broken + "</a>".bytes)?.code == "encoding-broken")
            #expect(fault("[\"".bytes + broken + "\"]".bytes, .json)?.spot?.offset == 2)
        }
    }

    @Test func `a character that is cut at the end is refused`() {
        #expect(fault("<a>1</a>".bytes + [0xC3])?.spot?.offset == 8)
        #expect(fault([0xFF, 0xFE, 0x3C, 0, 0x61])?.code == "encoding-broken")
        #expect(fault([0xFF, 0xFE, 0x3C, 0, 0x00, 0xD8])?.code == "encoding-broken")
    }

    @Test func `UTF-8 under the label of ISO-8859-1 is refused instead of read as nonsense`() {
        #expect(fault(declaring("ISO-8859-1", "å").bytes)?.code == "encoding-broken")
    }

    @Test(arguments: ["UTF-7", "EBCDIC-CP-SE", "ISO-8859-15", "UTF-16", "koi8-r"])
    func `other encodings are refused by name`(label: String) {
        #expect(fault(declaring(label, "1").bytes)?.arguments == ["encoding": label])
        #expect(fault("<a>1</a>".bytes, declared: label)?.code == "encoding-unsupported")
    }

    @Test func `UTF-16 without its mark, UTF-32 and JSON in UTF-16 are refused`() {
        let sixteen = "<a>1</a>".utf16LittleEndian
        #expect(fault(Array(sixteen.dropFirst(2)))?.code == "encoding-unsupported")
        #expect(fault(Array(sixteen.dropFirst(2)))?.arguments == ["encoding": "utf-16-unmarked"])
        #expect(fault([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0])?.arguments == ["encoding": "UTF-32"])
        #expect(fault("[1]".utf16LittleEndian, .json)?.code == "encoding-unsupported")
        #expect(fault(Array("[1]".utf16LittleEndian.dropFirst(2)), .json)?.code == "encoding-unsupported")
    }

    @Test func `a content of zeros is no text, in whatever format`() {
        let zeros = [UInt8](repeating: 0, count: 100)
        for format in [DocumentFormat.xml, .json] {
            #expect(fault(zeros, format)?.code == "looks-like")
            #expect(fault(zeros, format)?.arguments == ["what": "binary"])
        }
    }

    @Test func `JSON is UTF-8 whatever a header says`() throws {
        let log = try log("[\"å\"]".bytes, .json, mediaType: "application/json; charset=ISO-8859-1")
        #expect(log.notices.map(\.code) == ["encoding-disagreement"])
        #expect(log.lines.contains { $0.hasPrefix("string \"å\"") })
    }
}
