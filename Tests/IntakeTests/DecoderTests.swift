import Federation
import Reading
import Registry
import Testing

@testable import Intake

/// What the decoder makes of a document by a mapping.
struct DecoderTests {
    /// Keeps what the decoder tells, each record as its values with their places.
    private final class Listener: DecoderClient {
        var records: [[String?]] = []
        var rules: [Int] = []
        var paths: [String] = []
        var unmapped: [String] = []
        var findings: [Finding] = []

        func record(_ raw: RawRecord, _ decoder: FeedDecoder) {
            records.append(raw.values.map { $0?.text })
            rules.append(raw.rule)
            paths.append(decoder.path())
        }
        func header(_ index: Int, _ value: RawValue, _ decoder: FeedDecoder) { paths.append(decoder.path()) }
        func unmapped(at spot: Spot, _ decoder: FeedDecoder) { unmapped.append(decoder.path()) }
        func finding(_ finding: Finding) { findings.append(finding) }
    }

    private func read(
        _ text: String, _ format: DocumentFormat, _ records: [RecordRule], header: [String] = [],
        ignored: [String] = []
    ) throws -> Listener {
        let mapping = Mapping(
            header: header.compactMap { MappingPath(absolute: $0) }.map {
                FieldRule(field: .region, source: .path($0))
            },
            records: records, ignored: ignored.compactMap { MappingPath(absolute: $0) })
        let listener = Listener()
        let names = NameTable()
        let decoder = FeedDecoder(
            mapping: mapping, isContract: false, format: format, part: 0, names: names, client: listener)
        let reader = DocumentReader(format: format, names: names)
        try reader.read(MemorySource(Array(text.utf8)), handler: decoder)
        return listener
    }

    private func rule(
        _ at: String, _ fields: [(FieldName, String)], when: (String, String)? = nil
    ) throws -> RecordRule {
        RecordRule(
            kind: .careService, at: try #require(MappingPath(absolute: at)),
            when: try when.map { RecordRule.When(path: try #require(MappingPath(relative: $0.0)), equals: $0.1) },
            fields: try fields.map { FieldRule(field: $0, source: .path(try #require(MappingPath(relative: $1)))) })
    }

    @Test func `records inherit from what they stand in, and from nothing else`() throws {
        let service = try rule("/L/K/T", [(.provider, "../../@s"), (.unit, "../@n"), (.code, "."), (.text, "../B")])
        let xml = "<L s='H'><K n='a'><B>b</B><T>1</T><T>2</T></K><K n='c'><T>3</T></K><K><T>4</T></K></L>"
        let told = try read(xml, .xml, [service])
        #expect(
            told.records == [
                ["H", "a", "1", "b"], ["H", "a", "2", "b"], ["H", "c", "3", nil], ["H", nil, "4", nil],
            ])
        #expect(told.paths.last == "/L/K[3]/T[1]")
        #expect(told.unmapped.isEmpty)
    }

    @Test func `nested JSON arrays are walked, and pointers name their items`() throws {
        let service = try rule(
            "/s/[]/k/[]/t/[]", [(.provider, "../../../../namn"), (.unit, "../../namn"), (.code, "kod")])
        let json = """
            {"s": [{"namn": "H", "k": [{"namn": "a", "t": [{"kod": "1"}, {"kod": 2}]}, {"namn": "c", "t": [{"kod": "3"}]}]}]}
            """
        let told = try read(json, .json, [service])
        #expect(told.records == [["H", "a", "1"], ["H", "a", "2"], ["H", "c", "3"]])
        #expect(told.paths == ["/s/0/k/0/t/0", "/s/0/k/0/t/1", "/s/0/k/1/t/0"])
    }

    @Test func `a root array has records, and odd names are escaped in pointers`() throws {
        let told = try read(#"[{"a/b~c": 1, "kod": "x"}]"#, .json, [try rule("/[]", [(.code, "kod")])])
        #expect(told.records == [["x"]])
        #expect(told.unmapped == ["/0/a~1b~0c"])
    }

    @Test func `a condition chooses the rule of a record`() throws {
        let rules = [
            try rule("/[]", [(.code, "a")], when: ("typ", "x")), try rule("/[]", [(.code, "b")], when: ("typ", "y")),
        ]
        let told = try read(#"[{"typ": "y", "b": 1}, {"typ": "x", "a": 2}, {"typ": "z"}, {}]"#, .json, rules)
        #expect(told.rules == [1, 0])
        #expect(told.records == [["1"], ["2"]])
        #expect(told.findings.map(\.code) == ["record-kind-unknown", "record-kind-unknown"])
    }

    @Test func `a field twice is told, but several kinds of care are a list`() throws {
        let told = try read(
            "<L><T><c>1</c><c>2</c><f>01</f><f>02</f></T></L>", .xml,
            [try rule("/L/T", [(.code, "c"), (.typesOfCare, "f")])])
        #expect(told.records == [["1", "01 02"]])
        #expect(told.findings.map(\.code) == ["field-twice"])
        #expect(told.findings.first?.place?.path == "/L/T[1]/c[2]")
    }

    @Test func `a value after the records that inherit it is late`() throws {
        let told = try read(
            "<L><K><T>1</T><B>b</B></K><K><B>c</B></K></L>", .xml, [try rule("/L/K/T", [(.text, "../B")])])
        #expect(told.records == [[nil]])
        #expect(told.findings.map(\.code) == ["inherited-value-late"])
    }

    @Test func `what no rule reads is told, and not what stands inside it or is ignored`() throws {
        let told = try read(
            "<L x='1'><K y='2'><T z='3'>1<Q/></T></K><I><J/></I><N><M/></N></L>", .xml, [try rule("/L/K/T", [])],
            ignored: ["/L/I"])
        #expect(told.unmapped == ["/L/@x", "/L/K[1]/@y", "/L/K[1]/T[1]/@z", "/L/K[1]/T[1]/Q[1]", "/L/N[1]"])
    }

    @Test func `many distinct names among siblings keep their counts, and take no longer than few`() throws {
        let names = (0..<9_000).map { "e\($0)" }
        let body = (0..<6).map { _ in names.map { "<\($0)/>" }.joined() }.joined()
        let clock = ContinuousClock()
        let start = clock.now
        let told = try read("<L><T/><T/>\(body)<T/></L>", .xml, [try rule("/L/T", [])])
        // One look at every name for each element took tens of seconds.
        #expect(clock.now - start < .seconds(6))
        #expect(told.paths == ["/L/T[1]", "/L/T[2]", "/L/T[3]"])
        #expect(told.unmapped.count == 54_000)
        #expect(told.unmapped.last == "/L/e8999[6]")
    }

    @Test func `namespaces and prefixes do not matter, composed and decomposed letters are the same`() throws {
        let told = try read(
            "<e:L xmlns:e='urn:e'><e:T>Va\u{30A}rd</e:T></e:L>", .xml, [try rule("/L/T", [(.text, ".")])])
        #expect(told.records.first?.first??.utf8.elementsEqual("V\u{E5}rd".utf8) == true)
    }

    @Test func `an object where a list should be is told and never taken for none`() throws {
        let told = try read(#"{"t": {"kod": "1"}}"#, .json, [try rule("/t/[]", [(.code, "kod")])])
        #expect(told.records.isEmpty)
        #expect(told.findings.map(\.code) == ["wrong-json-type"])
        let nothing = try read(#"{"t": null}"#, .json, [try rule("/t/[]", [(.code, "kod")])])
        #expect(nothing.findings.isEmpty)
    }

    @Test func `the number of a field is its place in the list of all`() {
        #expect(FieldName.allCases.map(\.order) == Array(FieldName.allCases.indices))
    }
}
