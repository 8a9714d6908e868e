import Federation
import Foundation
import Pricing
import Publishing
import Testing

struct `The list as XML` {
    @Test
    func `it is valid by its own schema`() throws {
        let complaints = try Validator.complaints(aboutXML: try Sample.document().xml().bytes)
        #expect(complaints == "")
    }

    @Test
    func `a region whose fetch failed is told so, and both schemas know the words`() throws {
        let document = try Sample.document { $0.uppsalaFetchFails = true }
        let text = String(decoding: document.xml().bytes, as: UTF8.self)
        #expect(text.contains("<reason>fetch-failed</reason>") && text.contains("<state>fetch-failed</state>"))
        #expect(try Validator.complaints(aboutXML: document.xml().bytes) == "")
        #expect(try Validator.complaints(aboutJSON: document.json().bytes) == "")
    }

    @Test
    func `the schema refuses an amount with a decimal comma, so that it is no empty test`() throws {
        let text = String(decoding: try Sample.document().xml().bytes, as: UTF8.self)
        let broken = text.replacing("<amount>2590.01</amount>", with: "<amount>2590,01</amount>")
        #expect(broken != text)
        #expect(try Validator.complaints(aboutXML: Array(broken.utf8)).contains("amount"))
    }

    @Test
    func `markup and control characters in delivered text leave it well-formed`() throws {
        let document = try Sample.document { $0.surchargeText = "a<b>&\"c'\u{1}\u{FFFE}\r\u{1F600}" }
        let text = String(decoding: document.xml().bytes, as: UTF8.self)
        #expect(text.contains("<text>a&lt;b&gt;&amp;\"c'\u{FFFD}\u{FFFD}&#13;\u{1F600}</text>"))
        let complaints = try Validator.complaints(aboutXML: document.xml().bytes)
        #expect(complaints == "")
    }

    @Test
    func `limits that do not limit are absent`() throws {
        let text = String(decoding: try Sample.document().xml().bytes, as: UTF8.self)
        let group = try #require(text.split(separator: "<drgPrice>").last { $0.contains("<drg>T01N</drg>") })
        #expect(!group.prefix { $0 != "/" }.contains("Limit"))
        #expect(text.matches(of: /<costLimit>[0-9]/).count == 1)
    }
}

/// Checks renderings with tools that are not ours.
enum Validator {
    /// What `xmllint` says of XML against the list's schema; empty where it is valid.
    static func complaints(aboutXML bytes: [UInt8]) throws -> String {
        let schema = contracts.appending(path: "editions/price-list-1.xsd").path
        return try run("/usr/bin/xmllint", ["--noout", "--nonet", "--schema", schema], on: bytes)
    }

    /// What Python's `jsonschema` says of JSON against the list's schema; empty where it is valid.
    static func complaints(aboutJSON bytes: [UInt8]) throws -> String {
        let program = """
            import json, sys, jsonschema
            schema = json.load(open(sys.argv[1]))
            jsonschema.Draft202012Validator.check_schema(schema)
            for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2]))):
                print(list(error.path), error.message, file=sys.stderr)
                sys.exit(1)
            """
        let schema = contracts.appending(path: "editions/price-list-1.schema.json").path
        return try run("/usr/bin/python3", ["-c", program, schema], on: bytes)
    }

    /// The folder of contracts beside the tests.
    private static var contracts: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Contracts")
    }

    /// Runs a tool on a file with these bytes; its complaints, or nothing where it is content.
    private static func run(_ tool: String, _ arguments: [String], on bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: tool)
        process.arguments = arguments + [file.path]
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? "" : "status \(process.terminationStatus): \(output)"
    }
}
