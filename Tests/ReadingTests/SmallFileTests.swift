import Reading
import Testing

/// Our own small files: JSON as a tree, CSV as rows.
@Suite struct SmallFileTests {
    private let descriptor = """
        { "slug": "varmland", "hospitals": [
            { "id": "karlstad", "beds": 12, "open": true, "hsaId": null, "a/b~c": "x" } ], "none": {} }
        """

    @Test func `a JSON file is a tree with paths and places`() throws {
        let root = try JSONValue.read(bytes: descriptor.bytes)
        #expect(try root.members().map(\.key) == ["slug", "hospitals", "none"])
        let hospital = try #require(try root.member("hospitals").items().first)
        #expect(try hospital.member("id").string() == "karlstad")
        #expect(try hospital.member("beds").integer() == 12)
        #expect(try hospital.member("beds").number() == "12")
        #expect(try hospital.member("open").boolean())
        #expect(try hospital.optional("hsaId") == nil)
        #expect(try hospital.optional("beds") != nil)
        #expect(try hospital.member("a/b~c").path == "/hospitals/0/a~1b~0c")
        #expect(try hospital.member("beds").spot == Spot(offset: 69, line: 2, column: 33))
        #expect(try root.member("none").members().isEmpty)
    }

    @Test func `an accessor that is disappointed names path, place and what it wanted`() throws {
        let root = try JSONValue.read(bytes: descriptor.bytes)
        let slug = try root.member("slug")
        #expect(
            faulting { _ = try slug.integer() }
                == ReadingFault(
                    "json-value-unexpected", ["path": "/slug", "expected": "integer"],
                    at: Spot(offset: 11, line: 1, column: 12), sample: "varmland"))
        #expect(
            faulting { _ = try root.member("name") }
                == ReadingFault("json-member-missing", ["path": "", "member": "name"], at: .start))
        #expect(faulting { try root.allowMembers(["slug", "none"]) }?.arguments["member"] == "hospitals")
        #expect(faulting { _ = try root.items() }?.code == "json-value-unexpected")
        #expect(faulting { _ = try slug.members() }?.code == "json-value-unexpected")
        #expect(faulting { _ = try root.string() }?.sample == nil)
    }

    @Test func `a JSON file that is not strict is refused`() {
        #expect(faulting { _ = try JSONValue.read(bytes: "{\"a\":1,\"a\":2}".bytes) }?.code == "duplicate-member")
        #expect(faulting { _ = try JSONValue.read(bytes: "{\"a\":1,}".bytes) }?.code == "json-not-well-formed")
        #expect(faulting { _ = try JSONValue.read(bytes: []) }?.code == "empty-document")
    }

    @Test func `a CSV file is rows with lines and byte ranges`() throws {
        let text = "\u{FEFF}DRG;Text\r\nA01;\"Öga; \"\"nytt\"\"\r\nrad\"\r\nB02;\n"
        let rows = try CSVReader().rows(text.bytes)
        #expect(rows.map(\.fields) == [["DRG", "Text"], ["A01", "Öga; \"nytt\"\r\nrad"], ["B02", ""]])
        #expect(rows.map(\.line) == [1, 2, 4])
        #expect(rows.map(\.bytes) == [3..<11, 13..<38, 40..<44])
        #expect(try CSVReader(separator: ",").rows("a,b".bytes).first?.fields == ["a", "b"])
    }

    @Test(arguments: [
        ("a;b\nc", "4 2:1"), ("a;\"b", "2 1:3"), ("å;\"b\"c", "6 1:6"), ("a;b\"c", "3 1:4"), ("a\rb", "1 1:2"),
        ("a;b\n\n", "4 2:1"),
    ])
    func `a CSV file that is malformed is refused at its place`(text: String, place: String) {
        let fault = faulting { _ = try CSVReader().rows(text.bytes) }
        #expect(fault?.code == "csv-malformed")
        #expect(fault?.spot.map { "\($0.offset) \($0.line):\($0.column)" } == place)
    }

    @Test func `a CSV file must be UTF-8 and have content`() {
        #expect(faulting { _ = try CSVReader().rows("a;ö".latin1) }?.spot?.offset == 2)
        #expect(faulting { _ = try CSVReader().rows("a;ö".latin1) }?.code == "encoding-broken")
        #expect(faulting { _ = try CSVReader().rows([0xEF, 0xBB, 0xBF]) }?.code == "empty-document")
    }
}
