import Federation
import Foundation
import Logging
import Reading
import Synchronization
import Testing

@testable import Harvest

/// A harvester over an archive in a folder of its own, and the attempts that it recorded.
final class Bench: Sendable {
    let folder: String
    let archive: Archive
    let harvester: Harvester
    private let recorded = Mutex<[FetchAttempt]>([])

    /// The attempts recorded so far.
    var attempts: [FetchAttempt] { recorded.withLock { $0 } }

    init(_ limits: FetchLimits = .test, networks: String = "127.0.0.0/8", authorities: String? = nil) throws {
        folder = NSTemporaryDirectory() + "samverkan-harvest-" + UUID().uuidString
        archive = try Archive(root: folder + "/archive")
        harvester = try Harvester(
            archive: archive, limits: limits, networks: #require(AllowedNetworks(text: networks)),
            authorities: authorities,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            now: { Instant(milliseconds: 1_668_502_800_000) }, jitter: { _ in 0 })
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Fetches an address as a feed.
    func download(
        _ url: String, parts: PartsRule = .single, headers: [String: String] = [:],
        unless previous: [FetchedPart] = [], conditionally: Bool = true
    ) async throws -> Download {
        let slug = try #require(RegionSlug("varmland"))
        let feed = Feed(region: slug, kind: .priceList, url: url, parts: parts, headers: headers)
        return try await harvester.download(feed, unless: previous, conditionally: conditionally) { attempt in
            self.recorded.withLock { $0.append(attempt) }
        }
    }

    /// The failure of a fetch that must fail.
    func failure(
        _ url: String, parts: PartsRule = .single, headers: [String: String] = [:],
        unless previous: [FetchedPart] = []
    ) async throws -> FeedFailure {
        try #require(
            await #expect(throws: FeedFailure.self) {
                try await download(url, parts: parts, headers: headers, unless: previous)
            })
    }

    /// The content of a part, read back from the archive.
    func content(_ part: FetchedPart) throws -> String {
        String(decoding: try archive.rawBytes(of: part.part, range: 0..<1_000_000, limit: 1_000_000), as: UTF8.self)
    }

    /// The files that lie in the archive's folder for what is under way.
    func leftovers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder + "/archive/incoming")
    }
}

extension FetchLimits {
    /// Short waits, few bytes; no limit of time that a busy machine could trip over.
    static var test: FetchLimits {
        var limits = FetchLimits()
        limits.connectMilliseconds = 10_000
        limits.lowSpeedBytes = 1
        limits.wireBytes = 1 << 20
        limits.contentBytes = 1 << 20
        limits.retryBaseMilliseconds = 1
        limits.longestWaitMilliseconds = 2_000
        return limits
    }

    /// The test limits with some of them changed.
    static func test(_ change: (inout FetchLimits) -> Void) -> FetchLimits {
        var limits = test
        change(&limits)
        return limits
    }
}
