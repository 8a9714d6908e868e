import Federation
import Foundation
import Reading
import Registry
import Testing

@testable import Intake

/// Our intake and an independent JSON Schema validator agree on what is a price submission.
struct AgreementTests {
    /// What our rules see and no schema can: it lies between records, or in the registry of regions.
    private static let beyondTheSchema: Set = [
        "unknown-provider", "unknown-unit", "unknown-region", "wrong-region", "wrong-year",
        "organisation-number-wrong", "date-outside-the-year", "exception-without-tariff", "fixed-price-without-tariff",
        "no-lines", "duplicate-line", "duplicate-tariff",
    ]
    /// Those of them that judge the value itself, and so may be all that is told of one that the schema refuses.
    private static let ofOneValue: Set = [
        "unknown-provider", "unknown-unit", "unknown-region", "organisation-number-wrong",
    ]

    @Test func `intake and JSON Schema agree on hundreds of mutated submissions`() throws {
        let feeds = Workbench.contracts.appending(path: "feeds")
        let example = [UInt8](try Data(contentsOf: feeds.appending(path: "price-submission-1.example.json")))
        let corpus = Mutations(JSONTree(try JSONValue.read(bytes: example))).all
        #expect(corpus.count >= 200)
        let texts = corpus.map(\.text)
        let verdicts = try Oracle.verdicts(
            schema: feeds.appending(path: "price-submission-1.schema.json"), documents: texts)
        #expect(verdicts.first == true)
        #expect(verdicts.count { !$0 } > 100 && verdicts.count { $0 } > 30)
        let bench = try SchemaBench()
        for (text, isValid) in zip(texts, verdicts) {
            let errors = try bench.errors(text)
            if isValid {
                #expect(errors.subtracting(Self.beyondTheSchema).isEmpty, "the schema takes this in: \(text)")
            } else {
                let seen = errors.subtracting(Self.beyondTheSchema.subtracting(Self.ofOneValue))
                #expect(!seen.isEmpty, "the schema refuses this: \(text)")
            }
        }
    }

    @Test func `the catalogue of findings follows its schema`() throws {
        let text = try String(contentsOf: Workbench.contracts.appending(path: "findings.json"), encoding: .utf8)
        let schema = Workbench.contracts.appending(path: "findings.schema.json")
        #expect(try Oracle.verdicts(schema: schema, documents: [text]) == [true])
    }
}

/// Examines price submissions of the region of the contract's example.
private struct SchemaBench {
    let examiner: Examiner
    let catalogue: FindingCatalogue

    init() throws {
        let root = Workbench.contracts.deletingLastPathComponent()
        let premises = try Premises.load(
            regionsFolder: root.appending(path: "Regions").path, contractsFolder: Workbench.contracts.path,
            setting: { _ in nil })
        let descriptor = try #require(premises.regions.first { $0.region.slug.text == "uppsala" })
        let contract = Contract.priceSubmission
        let feed = FeedDescriptor(
            kind: .priceList,
            feed: Feed(region: descriptor.region.slug, kind: .priceList, url: "https://example", parts: .single),
            format: .json, encoding: nil, contract: contract, mapping: contract.jsonMapping,
            fingerprint: Fingerprint(of: []))
        let context = RuleContext(
            year: try #require(Year(2023)), region: descriptor.region, kind: .priceList, previous: [:],
            submissionsClose: nil, wholeKronor: false, plans: [], receivedAt: Instant(milliseconds: 0),
            codes: premises.codes, others: [])
        catalogue = premises.catalogue
        examiner = Examiner(feed: feed, siblings: [], context: context, catalogue: catalogue, schema: nil)
    }

    /// The codes of severity error.
    func errors(_ text: String) throws -> Set<String> {
        let part = Part(bytes: Array(text.utf8))
        let slug = try #require(RegionSlug("uppsala"))
        let version = FeedVersion(region: slug, kind: .priceList, parts: [part.asVersionPart])
        let examination = try examiner.examine(version) { _ in MemorySource(part.bytes) }
        return Set(examination.report.totals.keys.filter { catalogue[$0].severity == .error })
    }
}

/// Python's `jsonschema`, which knows nothing of our code.
enum Oracle {
    struct Missing: Error, CustomStringConvertible {
        let description = "python3-jsonschema is not installed for /usr/bin/python3; Scripts/setup installs it"
    }

    /// For each document whether it is valid; all are put to the validator at once.
    static func verdicts(schema: URL, documents: [String]) throws -> [Bool] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "agreement-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try documents.enumerated().map { index, text in
            let file = folder.appending(path: "\(index).json")
            try Data(text.utf8).write(to: file)
            return file.path
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [Workbench.folder.appending(path: "Oracles/validate.py").path, schema.path] + files
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus != 3 else { throw Missing() }
        let rows = String(decoding: answer, as: UTF8.self).split(separator: "\n")
        try #require(process.terminationStatus == 0 && rows.count == documents.count)
        return rows.map { $0.hasSuffix("\tvalid") }
    }
}
