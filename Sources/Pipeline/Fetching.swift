package import Federation
import Harvest
import Intake
import Registry
package import Storage

/// What came of fetching one feed (hämtning).
package struct FeedResult: Sendable {
    /// How it ended.
    package enum Outcome: Sendable {
        case newVersion(FeedVersion)
        /// The server has nothing new, and the version that counts is the same as before; it may have been handed in.
        case unchanged(FeedVersion)
        /// The feed failed today; a stable code and the facts.
        case failed(code: String, detail: String)
    }

    package let region: RegionSlug
    package let kind: FeedKind
    package let outcome: Outcome
    /// Bytes of body on the wire in this run, and requests made.
    package let wireBytes: Int
    package let requests: Int
    /// The examination of the version that is current now; nil where the fetch failed.
    package let examination: KeptExamination?
}

extension Gateway {
    /// Fetches feeds all at once and examines what came; `progress` is told as each is done. With `full` no server may
    /// answer that nothing has changed.
    ///
    /// A feed that fails ends nothing but itself. Throws where the disk or the database fails.
    package func fetch(
        regions: Set<RegionSlug>? = nil, kinds: Set<FeedKind> = Set(FeedKind.allCases), full: Bool = false,
        progress: @escaping @Sendable (FeedResult) -> Void
    ) async throws -> [FeedResult] {
        try kinds.forEach(requireDeliveries)
        let descriptors = premises.regions.filter { regions?.contains($0.region.slug) ?? true }
        let feeds = descriptors.flatMap { region in region.feeds.filter { kinds.contains($0.kind) }.map { (region, $0) }
        }
        let harvester = try Harvester(
            archive: archive, limits: limits, networks: networks, authorities: authorities, logger: logger, now: now)
        let turns = ExaminationTurns()
        return try await withThrowingTaskGroup(of: FeedResult.self) { group in
            for (region, feed) in feeds {
                group.addTask { try await fetch(feed, of: region, full: full, by: harvester, turns) }
            }
            var results: [FeedResult] = []
            for try await result in group {
                progress(result)
                results.append(result)
            }
            return results.sorted { ($0.kind == $1.kind) ? $0.region < $1.region : $0.kind == .priceList }
        }
    }

    private func fetch(
        _ feed: FeedDescriptor, of region: RegionDescriptor, full: Bool, by harvester: Harvester,
        _ turns: ExaminationTurns
    ) async throws -> FeedResult {
        let slug = region.region.slug
        let traffic = Traffic()
        do {
            let (version, isChange) = try await sight(feed, of: slug, full: full, by: harvester, traffic: traffic)
            let examination = try await turns.pass(slug) { try await examine(version, feed: feed, region: region) }
            return FeedResult(
                region: slug, kind: feed.kind, outcome: isChange ? .newVersion(version) : .unchanged(version),
                wireBytes: await traffic.bytes, requests: await traffic.requests, examination: examination)
        } catch let failure as FeedFailure {
            try await store.recordFailure(
                region: slug, kind: feed.kind, code: failure.code, detail: failure.detail,
                attempts: await traffic.rows, at: now())
            return FeedResult(
                region: slug, kind: feed.kind, outcome: .failed(code: failure.code, detail: failure.detail),
                wireBytes: await traffic.bytes, requests: await traffic.requests, examination: nil)
        }
    }

    /// Downloads a feed and remembers the version that was seen; gives the version that counts now.
    private func sight(
        _ feed: FeedDescriptor, of region: RegionSlug, full: Bool, by harvester: Harvester, traffic: Traffic
    ) async throws -> (version: FeedVersion, isChange: Bool) {
        if let setting = feed.missingSetting { throw FeedFailure(.settingMissing, setting) }
        let previous = try await store.lastSeenParts(region: region, kind: feed.kind).map { part, seen in
            FetchedPart(part: part, url: seen.url, etag: seen.etag, lastModified: seen.lastModified)
        }
        var isFull = full
        if !isFull { isFull = try await isFullFetchDue(region: region, kind: feed.kind) }
        let download = try await harvester.download(feed.feed, unless: previous, conditionally: !isFull) { attempt in
            await traffic.add(attempt, row: try await store.record(attempt))
        }
        let version = FeedVersion(region: region, kind: feed.kind, parts: download.parts.map(\.part))
        let seen = download.parts.map { SeenPart(url: $0.url, etag: $0.etag, lastModified: $0.lastModified) }
        let sighting = try await store.recordSighting(
            of: version, parts: seen, source: .fetch, isFull: isFull,
            isBehindValidator: download.parts.contradict(previous), attempts: await traffic.rows, at: now())
        let current = try await store.currentVersion(region: region, kind: feed.kind)
        return (current?.version ?? version, sighting.isChange)
    }
}

/// What went over the wire for one feed.
private actor Traffic {
    private(set) var bytes = 0
    /// The rows of the requests, in the order of their ends.
    private(set) var rows: [Int64] = []
    var requests: Int { rows.count }

    func add(_ attempt: FetchAttempt, row: Int64) {
        bytes += attempt.wireBytes
        rows.append(row)
    }
}
