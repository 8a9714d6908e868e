import Federation
import Foundation
import Pricing
import Reading
import Registry
import Testing

@testable import Intake

/// Each folder of `Fixtures` has a delivery that differs from a base delivery in one respect, and what must be told of
/// it. The folder bears the name of the finding's code.
struct FixtureTests {
    static let codes =
        (try? FileManager.default.contentsOfDirectory(atPath: Workbench.fixtures.path))?
        .filter { $0 != "base" && $0 != "regions" }.sorted { $0.precedes($1) } ?? []

    @Test(arguments: codes)
    func `a delivery with one thing wrong gives that finding at that place`(code: String) throws {
        let folder = Workbench.fixtures.appending(path: code)
        let expected = try JSONDecoder().decode(
            Expectation.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
        var bench = try Workbench()
        if expected.previous != "none" { bench.previous = try Base.previous() }
        if let text = expected.receivedAt { bench.receivedAt = try #require(Instant(text)) }
        expected.limits?.apply(to: &bench.limits)
        let examination = try bench.examine(
            try expected.read(folder), region: expected.region, kind: try #require(FeedKind(rawValue: expected.kind)))

        #expect(examination.verdict.rawValue == expected.verdict)
        #expect(examination.report.totals == expected.totals)
        #expect(examination.report.totals[code] != nil)
        let told = examination.report.samples.sorted { $0.order < $1.order }
        let wanted = expected.findings.sorted { $0.order < $1.order }
        #expect(told.count == wanted.count)
        for (finding, wish) in zip(told, wanted) { check(finding, wish) }
        for finding in told { checkSentences(finding, bench.premises.catalogue) }
    }

    private func check(_ finding: Finding, _ wish: Expectation.Wish) {
        #expect(finding.code == wish.code)
        if let line = wish.line { #expect(finding.place?.line == line, "\(finding)") }
        if let column = wish.column { #expect(finding.place?.column == column, "\(finding)") }
        if let path = wish.path { #expect(finding.place?.path == path) }
        if let part = wish.part { #expect(finding.place?.part == part) }
    }

    private func checkSentences(_ finding: Finding, _ catalogue: FindingCatalogue) {
        for language in Language.allCases {
            let sentences = catalogue.sentences(of: finding, in: language)
            let text = sentences.wrong + sentences.whatToDo
            #expect(!text.contains(/\{[a-zA-Z]+\}/), "\(finding.code): \(text)")
        }
    }

    /// Codes without a folder: they are about fetches, and no file alone gives rise to them.
    private static let ofFetches: Set = ["changed-behind-validator", "coding-unknown", "contents-alternate"]

    @Test func `every code of the catalogue has a folder and every folder a code`() throws {
        // Findings on a computed list or on volumes have no delivery to stand in.
        let others = Self.ofFetches.union(ListRulebook.codes).union(Volumes.findingCodes)
        let codes = try Workbench().premises.catalogue.codes.filter { !others.contains($0) }
        #expect(codes == FixtureTests.codes)
    }

    @Test func `every code that intake writes is in the catalogue`() throws {
        let known = Set(try Workbench().premises.catalogue.codes)
        let sources = Workbench.contracts.deletingLastPathComponent().appending(path: "Sources/Intake")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        let codes = try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).matches(of: /Finding\(\s*"([a-z-]+)"/).map { String($0.1) }
        }
        #expect(codes.count > 10)
        #expect(Set(codes).subtracting(known).isEmpty)
    }

    @Test func `every rule has a code of its own in the catalogue`() throws {
        let known = Set(try Workbench().premises.catalogue.codes)
        let codes = Rulebook.all.map { $0.code }
        #expect(Set(codes).count == codes.count)
        #expect(Set(codes).subtracting(known).isEmpty)
    }

    @Test(arguments: [
        ("price.xml", "xmlby", FeedKind.priceList), ("price.json", "jsonby", .priceList),
        ("egenby.xml", "egenby", .priceList), ("plan.xml", "xmlby", .plan), ("plan.json", "jsonby", .plan),
    ])
    func `a delivery with nothing wrong gives no finding at all`(
        file: String, region: String, kind: FeedKind
    ) throws {
        var bench = try Workbench()
        bench.previous = try Base.previous()
        let bytes = [UInt8](try Data(contentsOf: Workbench.fixtures.appending(path: "base/\(file)")))
        let examination = try bench.examine([Part(bytes: bytes)], region: region, kind: kind)
        #expect(examination.report.totals == [:])
        #expect(examination.verdict == .accepted)
        #expect(examination.submission != nil)
    }

    @Test func `pages are one delivery`() throws {
        var bench = try Workbench()
        bench.previous = try Base.previous()
        let parts = try ["sidby-1.json", "sidby-2.json"].map { name in
            Part(role: "page", bytes: Array(try Base.text(name).utf8))
        }
        let examination = try bench.examine(parts, region: "sidby")
        #expect(examination.report.totals == [:])
        #expect(examination.records == [.careService: 12, .drgTariff: 1])
    }
}

/// What a fixture folder expects.
struct Expectation: Decodable {
    struct Wish: Decodable {
        let code: String
        let line: Int?
        let column: Int?
        let path: String?
        let part: Int?
        var order: [Int] { [part ?? 0, line ?? 0, column ?? 0] + code.utf8.map(Int.init) }
    }
    struct File: Decodable {
        let role: String
        let file: String
        let coding: String?
    }
    struct Limits: Decodable {
        let contentBytes: Int?
        let startTagBytes: Int?
        let elementDepth: Int?
        let textBytes: Int?
        let nameCount: Int?

        func apply(to limits: inout ReadingLimits) {
            limits.contentBytes = contentBytes ?? limits.contentBytes
            limits.startTagBytes = startTagBytes ?? limits.startTagBytes
            limits.elementDepth = elementDepth ?? limits.elementDepth
            limits.textBytes = textBytes ?? limits.textBytes
            limits.nameCount = nameCount ?? limits.nameCount
        }
    }

    let region: String
    let kind: String
    let parts: [File]?
    let limits: Limits?
    let receivedAt: String?
    let previous: String?
    let verdict: String
    let findings: [Wish]
    let totals: [String: Int]

    /// The parts of the delivery; one file named `delivery` where none are named.
    func read(_ folder: URL) throws -> [Part] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let delivery = names.first { $0.hasPrefix("delivery.") } ?? ""
        return try (parts ?? [File(role: "body", file: delivery, coding: nil)]).map { file in
            let data = try Data(contentsOf: folder.appending(path: file.file))
            let coding = file.coding.flatMap(ContentCoding.init(rawValue:)) ?? .identity
            return Part(role: file.role, bytes: [UInt8](data), coding: coding)
        }
    }
}

extension Finding {
    fileprivate var order: [Int] {
        [place?.part ?? 0, place?.line ?? 0, place?.column ?? 0] + code.utf8.map(Int.init)
    }
}

extension [Int] {
    fileprivate static func < (left: [Int], right: [Int]) -> Bool { left.lexicographicallyPrecedes(right) }
}
