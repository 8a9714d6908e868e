import Federation
import Foundation
import Logging
import Pipeline
import Pricing
import RegionSimulator
import Storage
import Synchronization
import Testing

/// A personal identity number in a delivery stays in the archive and gets nowhere else.
struct PersonalNumberChainTests {
    @Test func `a personal number holds the version in every layout, and stands in no row, no log and no list`()
        async throws
    {
        let faults = Dictionary(
            uniqueKeysWithValues: SimulatedRegion.slugs.map { ($0.text, "personal-identity-number") })
        try await withRegions(faults: faults) { bench in
            try await bench.openLastYear()
            let heard = Heard()
            let gateway = try bench.gateway(logger: Logger(label: "test") { _ in heard })
            let results = try await gateway.fetch { _ in }
            #expect(results.count == 14)
            for result in results {
                let examination = try #require(result.examination)
                #expect(examination.verdict == .held && !examination.hasSubmission, "\(result.region) \(result.kind)")
                #expect(examination.report.totals["personal-number"] == 1)
                await #expect(throws: CommandError.self) {
                    try await gateway.decide(.release, digits: examination.version.hex, by: "anna", reason: "x")
                }
                let refused = try await gateway.decide(
                    .refuse, digits: examination.version.hex, by: "anna", reason: "uppgift om en person")
                #expect(refused.verdict == .refused)
            }
            let built = try await gateway.build(try year(2023), useLastGood: true)
            #expect(built.list.careServices.isEmpty && built.list.missing.count == 7)
            for rendering in try built.document.renderings() {
                #expect(!rendering.bytes.namesAPerson, "\(rendering.suffix)")
            }
            #expect(!heard.text.utf8.namesAPerson)
            // The archive does have it, so that this test would see it elsewhere.
            #expect(try files(bench.folder + "/archive").contains { $0.namesAPerson })
            let database = try files(bench.folder) { $0.hasPrefix("samverkan.sqlite") }
            #expect(!database.isEmpty && !database.contains { $0.namesAPerson })
        }
    }

    private func files(_ folder: String, where isWanted: (String) -> Bool = { _ in true }) throws -> [[UInt8]] {
        let names = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
        return names.filter(isWanted).compactMap { name in
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { return nil }
            // Uppsala's are gzipped in the archive, and the number cannot be seen in them.
            return [UInt8](data)
        }
    }
}

extension Sequence<UInt8> {
    /// Whether the simulator's number stands here, with or without century and hyphen.
    fileprivate var namesAPerson: Bool {
        let text = String(decoding: Array(self), as: UTF8.self)
        return text.contains("121212-1212") || text.contains("1212121212")
    }
}

/// Remembers every line of the log.
private final class Heard: LogHandler {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }
}
