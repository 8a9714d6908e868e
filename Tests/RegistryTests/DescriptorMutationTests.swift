import Federation
import Foundation
import Registry
import Testing

/// A descriptor with one thing wrong, and whether its schema can say so.
struct DescriptorMutation: CustomTestStringConvertible, Sendable {
    let name: String
    /// JSON Pointer of what is changed; the last step is a member or an index.
    let place: String
    /// The new value as JSON; nil takes the member away.
    let value: String?
    /// False where only the reader can see it, such as a check digit.
    let seenBySchema: Bool

    init(_ name: String, _ place: String, _ value: String?, seenBySchema: Bool = true) {
        self.name = name
        self.place = place
        self.value = value
        self.seenBySchema = seenBySchema
    }

    var testDescription: String { name }

    private static let feed = "/feeds/0"
    private static let header = "/feeds/0/mapping/header"
    private static let fields = "/feeds/0/mapping/records/0/fields"

    /// What both the reader and the schema must refuse.
    static let all: [DescriptorMutation] = who + feeds + mappings

    private static let who = [
        DescriptorMutation("a hospital's id with blanks", "/hospitals/0/id", #""Å B""#),
        DescriptorMutation("an HSA-id that is none", "/hospitals/0/hsaId", #""junk""#),
        DescriptorMutation("an MVO that is none", "/hospitals/0/units/0/medicalFieldCodes", #"["xyzzy"]"#),
        DescriptorMutation("no MVO", "/hospitals/0/units/0/medicalFieldCodes", nil),
        DescriptorMutation("an alias twice", "/hospitals/0/units/0/aliases", #"["A", "A"]"#),
        DescriptorMutation("an empty name", "/name", #""""#),
        DescriptorMutation("a name of 201 characters", "/name", "\"" + String(repeating: "x", count: 201) + "\""),
        DescriptorMutation("an empty contact", "/contact", #""""#),
        DescriptorMutation("no hospitals", "/hospitals", "[]"), DescriptorMutation("no feeds", "/feeds", "[]"),
        DescriptorMutation("an organisation number without hyphen", "/organisationNumber", #""2321000156""#),
        DescriptorMutation("a check digit", "/organisationNumber", #""232100-0157""#, seenBySchema: false),
        DescriptorMutation("a slug that begins with a hyphen", "/slug", #""-a""#),
        DescriptorMutation("two hospitals of one id", "/hospitals/1/id", #""karlstad""#, seenBySchema: false),
        DescriptorMutation(
            "two units that share a name", "/hospitals/0/units/0/aliases", #"["lungkliniken"]"#, seenBySchema: false),
        DescriptorMutation("a table with the name of a shared one", "/tables/units", #"{ "a": "b" }"#),
        DescriptorMutation("an empty table", "/tables/what", "{}"), DescriptorMutation("null", "/tables", "null"),
    ]

    private static let feeds = [
        DescriptorMutation("no parts", feed + "/parts", nil),
        DescriptorMutation("single with next", feed + "/parts", #"{ "kind": "single", "next": "/n" }"#),
        DescriptorMutation("a next that is no path", feed + "/parts", #"{ "kind": "pages", "next": "hej hopp" }"#),
        DescriptorMutation("a timetable that is a number", feed + "/timetable", "5"),
        DescriptorMutation("a day that is none", feed + "/timetable/opens", #""2022-13-40""#),
        DescriptorMutation(
            "31 February", feed + "/timetable", #"{ "opens": "2022-02-31", "closes": "2022-03-01" }"#,
            seenBySchema: false),
        DescriptorMutation("a window without end", feed + "/timetable/closes", nil),
        DescriptorMutation("closes first", feed + "/timetable/closes", #""2022-08-31""#, seenBySchema: false),
        DescriptorMutation("contract and mapping", feed + "/contract", #""price-submission-1""#),
        DescriptorMutation("neither contract nor mapping", feed + "/mapping", nil),
        DescriptorMutation(
            "the contract of another kind", feed,
            #"{ "kind": "price-list", "url": "${A}/a", "format": "xml", "parts": { "kind": "single" }, "#
                + #""contract": "plan-report-1" }"#),
        DescriptorMutation("an unknown encoding", feed + "/encoding", #""klingon""#),
        DescriptorMutation("two feeds of one kind", "/feeds/1", plainFeed),
        DescriptorMutation("an address without slash", feed + "/url", #""${SAMVERKAN_VARMLAND_URL}prislista""#),
        DescriptorMutation("an address with a user", feed + "/url", #""http://a@b/prislista""#),
        DescriptorMutation("a token in the file", feed + "/authorization", #""hemligt""#),
    ]

    private static let plainFeed =
        #"{ "kind": "price-list", "url": "${A}/a", "format": "xml", "parts": { "kind": "single" }, "#
        + #""contract": "price-submission-1" }"#

    private static let mappings = [
        DescriptorMutation("a header without year", header + "/year", nil),
        DescriptorMutation("a header with amount", header + "/amount", #"{ "path": "/a/@b" }"#),
        DescriptorMutation("a header with plan", header + "/plan", #"{ "path": "/a/@b" }"#),
        DescriptorMutation("constant and path", header + "/region", #"{ "constant": "a", "path": "/a/@b" }"#),
        DescriptorMutation("constant and convert", header + "/region", #"{ "constant": "a", "convert": ["upper"] }"#),
        DescriptorMutation("no conversions", header + "/testData/convert", "[]"),
        DescriptorMutation("a usual value of the header", header + "/contact/usual", "true"),
        DescriptorMutation("a usual column in words", fields + "/code/usual", #""ja""#),
        DescriptorMutation("a usual constant", fields + "/code", #"{ "constant": "A", "usual": true }"#),
        DescriptorMutation("a namespace twice", "/feeds/0/mapping/namespaces", #"["urn:a", "urn:a"]"#),
        DescriptorMutation("an empty namespace", "/feeds/0/mapping/namespaces", #"[""]"#),
        DescriptorMutation("no records", "/feeds/0/mapping/records", "[]"),
        DescriptorMutation("no fields", fields, "{}"),
        DescriptorMutation("a required field that is not mapped", fields + "/code", nil),
        DescriptorMutation(
            "neither amount nor asLastYear", fields,
            #"{ "provider": { "path": "a" }, "unit": { "path": "b" }, "code": { "path": "c" }, "text": { "path": "d" },"#
                + #" "measure": { "path": "e" }, "typeOfCare": { "path": "f" }, "careLevel": { "path": "g" } }"#),
        DescriptorMutation("a record with currency", fields + "/currency", #"{ "path": "x" }"#),
        DescriptorMutation("a record with another's field", fields + "/drg", #"{ "path": "x" }"#),
        DescriptorMutation("a record of another feed", "/feeds/0/mapping/records/0/kind", #""goalReport""#),
        DescriptorMutation("a path that only climbs", fields + "/code/path", #""..""#),
        DescriptorMutation("a path with a blank", fields + "/code/path", #""a b""#),
        DescriptorMutation("a climb above the root", fields + "/code/path", #""../../../../x""#, seenBySchema: false),
        DescriptorMutation("an unknown table", fields + "/unit/table", #""unheard""#, seenBySchema: false),
        DescriptorMutation("a path to ignore twice", "/feeds/0/mapping/ignore", #"["/a", "/a"]"#),
    ]
}

struct DescriptorMutationTests {
    @Test(arguments: DescriptorMutation.all)
    func `a descriptor with a fault is refused, with file, place and words in both languages`(
        mutation: DescriptorMutation
    ) throws {
        try Descriptors.withRegions([try Descriptors.text(mutation)]) { folder in
            let error = try #require(throws: PremisesError.self) { try Descriptors.load(folder) }
            #expect(error.file == folder + "/0.json" && (error.line ?? 0) > 0)
            #expect(mutation.place.hasPrefix(error.path) || error.path.hasPrefix(mutation.place.prefix(10)))
            #expect(!error.swedish.contains("will not do") && !error.english.contains("duger inte"))
        }
    }

    @Test func `the reader and the schema agree on every descriptor, but for what a schema cannot say`() throws {
        let texts = try DescriptorMutation.all.map(Descriptors.text)
        let regions = try FileManager.default.contentsOfDirectory(atPath: packageFolder + "/Regions").filter {
            $0.hasSuffix(".json")
        }.map { try String(contentsOfFile: packageFolder + "/Regions/" + $0, encoding: .utf8) }
        #expect(regions.count == 7)
        let verdicts = try Descriptors.schemaVerdicts(texts + regions)
        #expect(verdicts == DescriptorMutation.all.map { !$0.seenBySchema } + regions.map { _ in true })
    }
}

/// Descriptors to try the reader with.
enum Descriptors {
    /// Värmland's descriptor with a mutation.
    static func text(_ mutation: DescriptorMutation) throws -> String {
        let data = try Data(contentsOf: URL(filePath: packageFolder + "/Regions/varmland.json"))
        let steps = mutation.place.split(separator: "/").map(String.init)
        let value = try mutation.value.map {
            try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
        }
        let changed = change(try JSONSerialization.jsonObject(with: data), steps[...], to: value)
        return String(decoding: try JSONSerialization.data(withJSONObject: changed), as: UTF8.self)
    }

    /// A JSON value with the value at a path replaced, or taken away.
    static func change(_ node: Any, _ steps: ArraySlice<String>, to value: Any?) -> Any {
        guard let step = steps.first else { return value ?? node }
        if var array = node as? [Any], let index = Int(step) {
            if index == array.count, let value { return array + [value] }
            array[index] = change(array[index], steps.dropFirst(), to: value)
            return array
        }
        var object = node as? [String: Any] ?? [:]
        object[step] = steps.count == 1 ? value : object[step].map { change($0, steps.dropFirst(), to: value) }
        return object
    }

    /// Runs `work` with a folder of these descriptors, named `0.json` and on.
    static func withRegions<T>(_ texts: [String], _ work: (String) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.path + "/regions-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (index, text) in texts.enumerated() {
            try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(index).json"))
        }
        return try work(folder)
    }

    @discardableResult
    static func load(_ folder: String, settings: [String: String] = [:]) throws -> Premises {
        try Premises.load(regionsFolder: folder, contractsFolder: packageFolder + "/Contracts") { settings[$0] }
    }

    /// What Python's `jsonschema` says of each text against a schema of the contracts.
    static func schemaVerdicts(_ texts: [String], schema: String = "region.schema.json") throws -> [Bool] {
        try withRegions(texts) { folder in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/python3")
            let program = """
                import json, sys, jsonschema
                schema = json.load(open(sys.argv[1]))
                jsonschema.Draft202012Validator.check_schema(schema)
                validator = jsonschema.Draft202012Validator(schema)
                for number in range(int(sys.argv[3])):
                    print(validator.is_valid(json.load(open(f"{sys.argv[2]}/{number}.json"))))
                """
            process.arguments = [
                "-c", program, packageFolder + "/Contracts/" + schema, folder, String(texts.count),
            ]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let answer = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            try #require(process.terminationStatus == 0)
            return String(decoding: answer, as: UTF8.self).split(separator: "\n").map { $0 == "True" }
        }
    }
}
