import Federation
import Foundation
import Harvest
import Pipeline
import Pricing
import RegionSimulator
import Storage
import Testing

/// A person may state that what looks like a personal identity number is none.
struct NumberReleaseTests {
    private static let digits = "19121212-1212"

    @Test func `digits outside the records are released by a statement, and still shown to nobody`() async throws {
        try await withHeldFile({ $0.replacing("<careService>", with: "<!-- ärende \($1) --><careService>") }) {
            bench, gateway, version in
            let before = try await gateway.build(try year(2023), useLastGood: false).list
            #expect(before.missing.map(\.reason) == [.held])
            let error = try await #require(throws: CommandError.self) {
                try await gateway.decide(.release, digits: version, by: "anna", reason: "ett ärendenummer")
            }
            #expect(error.swedish.contains("--not-personal-numbers") && error.english.contains("state so"))

            let released = try await gateway.decide(
                .release, digits: version, by: "anna", reason: "ett ärendenummer", statingNoPersonalNumbers: true)
            #expect(released.examined == .held && released.verdict == .accepted && released.mayNameAPerson)
            #expect(released.decisions.map(\.statesNoPersonalNumbers) == [true])
            // Another gateway examines it the same way, and the draft can be explained, without the file's text.
            let again = try bench.gateway()
            let built = try await again.build(try year(2023), useLastGood: false)
            #expect(built.list.has(try slug("uppsala")))
            let line = try #require(built.list.careServices.first)
            let plain = try #require(built.list.explain(line.id))
            let explanation = try #require(try await again.withExcerpts([plain]).first)
            let excerpts = explanation.steps.flatMap(\.inputs).compactMap(\.excerpt)
            #expect(excerpts.contains(.closed) && !excerpts.contains { $0.text.contains("careService") })
            #expect(ExplanationText(.swedish).write(explanation).contains("personnummer"))
            try expectNoDigits(in: bench, built)

            let refused = try await gateway.decide(.refuse, digits: version, by: "bo", reason: "vi ångrar oss")
            #expect(refused.verdict == .refused)
        }
    }

    @Test(arguments: ["text", "code"])
    func `digits in a field that would be published cannot be released`(field: String) async throws {
        try await withHeldFile({ text, digits in
            let start = text.range(of: "<\(field)>")?.upperBound
            let end = text.range(of: "</\(field)>")?.lowerBound
            guard let start, let end else { return text }
            return text.replacingCharacters(in: start..<end, with: digits.replacing("-", with: ""))
        }) { bench, gateway, version in
            let error = try await #require(throws: CommandError.self) {
                try await gateway.decide(
                    .release, digits: version, by: "anna", reason: "en kod", statingNoPersonalNumbers: true)
            }
            #expect(error.swedish.contains("skulle publiceras") && error.english.contains("would be published"))
            #expect(try await gateway.build(try year(2023), useLastGood: false).list.missing.map(\.reason) == [.held])
            let refused = try await gateway.decide(.refuse, digits: version, by: "anna", reason: "ny leverans begärd")
            #expect(refused.verdict == .refused)
        }
    }

    @Test func `a contact that looks like a number is kept with dots for digits`() async throws {
        try await withHeldFile({ text, digits in
            let named = text.replacing(try Regex(#" contact="[^"]*""#), with: "")
            return named.replacing(
                "<priceSubmission ", with: "<priceSubmission contact=\"tel \(digits)\" ", maxReplacements: 1)
        }) { bench, gateway, version in
            let released = try await gateway.decide(
                .release, digits: version, by: "anna", reason: "ett telefonnummer", statingNoPersonalNumbers: true)
            let header = try await gateway.store.priceHeader(examination: released.id, region: try slug("uppsala"))
            #expect(released.verdict == .accepted && header.contact == "tel ••••••••-••••")
            try expectNoDigits(in: bench, try await gateway.build(try year(2023), useLastGood: false))
        }
    }

    @Test func `where nothing looks like a number there is nothing to state`() async throws {
        try await withRegions(["varmland"], faults: ["varmland": "half-the-lines"]) { bench in
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            let held = try #require(try await gateway.fetch(kinds: [.priceList]) { _ in }.first?.examination)
            let error = try await #require(throws: CommandError.self) {
                try await gateway.decide(
                    .release, digits: held.version.hex, by: "anna", reason: "x", statingNoPersonalNumbers: true)
            }
            #expect(error.swedish.contains("ta bort --not-personal-numbers"))
        }
    }

    @Test func `a file that is too large to hand in is told so, with what to do`() async throws {
        try await withRegions(["uppsala"]) { bench in
            var limits = FetchLimits()
            limits.wireBytes = 1_000
            let file = try bench.file("stor.xml", [UInt8](repeating: 0x20, count: 1_001))
            let gateway = try bench.gateway(limits)
            let error = try await #require(throws: CommandError.self) {
                try await gateway.submit(files: [file], region: try slug("uppsala"), kind: .priceList)
            }
            #expect(error.swedish.contains("gzip") && error.english.contains("1000 bytes"))
        }
    }

    /// Hands in a file of Uppsala in which something looks like a personal identity number.
    private func withHeldFile(
        _ change: (String, String) throws -> String, _ body: (Bench, Gateway, String) async throws -> Void
    ) async throws {
        try await withRegions(["uppsala"]) { bench in
            let gateway = try bench.gateway()
            let bytes = SimulatedRegion.canonicalXML(
                region: try slug("uppsala"), plan: SimulationPlan(rows: Bench.rows))
            let text = try change(String(decoding: bytes, as: UTF8.self), Self.digits)
            let taken = try await gateway.submit(
                files: [try bench.file("fil.xml", Array(text.utf8))], region: try slug("uppsala"), kind: .priceList)
            #expect(taken.examination.verdict == .held && !taken.examination.hasSubmission)
            #expect(taken.examination.report.totals.keys.sorted() == ["no-previous-list", "personal-number"])
            try await body(bench, gateway, taken.version.fingerprint.hex)
        }
    }

    /// The digits stand neither in the database nor in the list.
    private func expectNoDigits(in bench: Bench, _ built: BuiltPriceList) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: bench.folder)
        where name.hasPrefix("samverkan.sqlite") {
            let bytes = try Data(contentsOf: URL(filePath: bench.folder + "/" + name))
            #expect(bytes.range(of: Data("121212-1212".utf8)) == nil && bytes.range(of: Data("1212121212".utf8)) == nil)
        }
        for rendering in try built.document.renderings() {
            #expect(!String(decoding: rendering.bytes, as: UTF8.self).contains("121212-1212"))
        }
    }
}
