import Reading
import Testing

/// What explanations are cut with: paths of places, and pieces of a content.
@Suite struct ExcerptPartsTests {
    private func paths(_ format: DocumentFormat, _ document: String, _ marks: [String]) throws -> [String?] {
        let names = NameTable()
        let offsets = marks.map { mark in
            document.utf8.count - (document.range(of: mark).map { document[$0.lowerBound...].utf8.count } ?? 0)
        }
        let found = try PathFinder.paths(
            at: Set(offsets), in: MemorySource(document.bytes), by: DocumentReader(format: format, names: names),
            names: names, format: format)
        return offsets.map { found[$0] }
    }

    @Test func `what begins at a byte has its XPath, counted among its equals`() throws {
        let document = "<lista><a/><post n='1'><å>1</å></post><b/><post n='2'><å>2</å></post></lista>"
        #expect(
            try paths(.xml, document, ["<lista", "<post n='2'", "<å>2", "n='1'"]) == [
                "/lista", "/lista/post[2]", "/lista/post[2]/å[1]", nil,
            ])
    }

    @Test func `what begins at a byte has its JSON Pointer, with its special characters escaped`() throws {
        let document = #"{"a/b~": [{"x": 1}, {"x": [true, 7]}], "tom": {}}"#
        #expect(
            try paths(.json, document, [#"{"x": [t"#, "7]", #""tom""#, #""a/b"#]) == [
                "/a~1b~0/1", "/a~1b~0/1/x/1", "/tom", "/a~1b~0",
            ])
    }

    @Test func `pieces are cut out in one read, also where they overlap or go past the end`() throws {
        let content = (0..<200_000).map { UInt8($0 % 251) }
        let ranges = [199_990..<200_100, 5..<8, 0..<70_000, 6..<7, 65_530..<65_540, 300_000..<300_001]
        var found: [Range<Int>: [UInt8]] = [:]
        try RangeCutter.cut(ranges, of: MemorySource(content)) { found[$0] = $1 }
        #expect(found.count == ranges.count)
        for range in ranges { #expect(found[range] == Array(content[range.clamped(to: 0..<content.count)])) }
    }
}
