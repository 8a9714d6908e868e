import Reading
import Testing

@Suite struct JSONPlaceTests {
    private let document = """
        { "år": 2023,
          "rader" : [ {"pris":"4\\u00e5\\n", "x":null}, true ],
          "tom": {}, "e": [] }
        """

    @Test func `members, items and values have exact places`() throws {
        #expect(
            try events(document.bytes, .json) == [
                "begin  1:1", "object",
                "begin år 1:3", "number \"2023\" 1:9 9..<13", "end år 2..<13",
                "begin rader 2:3", "array",
                "begin [] 2:15", "object",
                "begin pris 2:16", "string \"4å\n\" 2:24 38..<47", "end pris 30..<48",
                "begin x 2:36", "null \"null\" 2:40 54..<58", "end x 50..<58",
                "end [] 29..<59",
                "begin [] 2:47", "boolean \"true\" 2:47 61..<65", "end [] 61..<65",
                "end rader 17..<67",
                "begin tom 3:3", "object", "end tom 71..<80",
                "begin e 3:14", "array", "end e 82..<89",
                "end  0..<91",
            ])
    }

    @Test func `places are exact when everything stands on one line`() throws {
        let rows = (0..<20_000).map { "{\"å\":\($0)}" }
        let text = "[" + rows.joined(separator: ",") + "]"
        let lines = try events(text.bytes, .json)
        let last = text.utf8.count - 1
        #expect(lines.suffix(2) == ["end [] \(last - 12)..<\(last)", "end  0..<\(last + 1)"])
        #expect(lines.suffix(4).first == "number \"19999\" 1:\(text.count - 6) \(last - 6)..<\(last - 1)")
    }

    @Test func `a leading byte order mark is passed over`() throws {
        #expect(
            try events([0xEF, 0xBB, 0xBF] + "7".bytes, .json) == [
                "begin  1:1", "number \"7\" 1:1 3..<4", "end  3..<4",
            ])
    }

    @Test func `the same events come whatever the pieces`() throws {
        let text = "[" + String(repeating: document + ",\r\n", count: 800) + "1]"
        let whole = try events(text.bytes, .json)
        for step in [1, 7, 65_537] {
            let names = NameTable()
            let log = EventLog(names: names)
            try DocumentReader(format: .json, names: names).read(DripSource(text.bytes, step: step), handler: log)
            #expect(log.lines == whole)
        }
    }

    @Test func `pieces of content end anywhere without changing what is read`() throws {
        let expected = try events(document.bytes, .json).map(shape)
        for shift in stride(from: 0, to: document.utf8.count, by: 3) {
            let padding = String(repeating: " ", count: Content64.length - shift)
            #expect(try events((padding + document).bytes, .json).map(shape) == expected)
        }
    }

    @Test func `numbers stay as written`() throws {
        let lines = try events("[74750.00, -0, 1e30, 12345678901234567890]".bytes, .json)
        let numbers = lines.filter { $0.hasPrefix("number") }.map { $0.split(separator: "\"")[1] }
        #expect(numbers == ["74750.00", "-0", "1e30", "12345678901234567890"])
    }

    private func shape(_ line: String) -> String { line.replacing(/[0-9]+:[0-9]+|[0-9]+\.\.<[0-9]+/, with: "") }
}
