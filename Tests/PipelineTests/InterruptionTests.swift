import Federation
import Foundation
import Harvest
import Pipeline
import Pricing
import RegionSimulator
import Storage
import Testing

/// What a kill leaves half done is done by whoever comes next, without repair.
struct InterruptionTests {
    @Test func `a version that was kept and never examined is examined from the archive by the next command`()
        async throws
    {
        try await withRegions(["vastmanland"]) { bench in
            try await bench.openLastYear()
            let (region, parts) = (try slug("vastmanland"), try await download(bench))
            let version = FeedVersion(region: region, kind: .priceList, parts: parts.map(\.part))
            let gateway = try bench.gateway()
            #expect(
                try await gateway.store.recordSighting(
                    of: version, parts: parts.map(\.seen), source: .fetch, isFull: true, at: bench.clock.now
                ).isNew)
            #expect(try await gateway.store.lastExamination(of: version) == nil)
            try await bench.servers.setFault(try fault("port-closed"), for: region)

            let status = try await bench.gateway().status()
            #expect(status.complete && status.feeds.first?.examination?.verdict == .accepted)
            #expect(try await bench.gateway().build(try year(2023), useLastGood: false).list.has(region))
        }
    }

    @Test func `bytes that were kept and never named cost nothing: the next fetch brings the same version`()
        async throws
    {
        try await withRegions(["vastmanland"]) { bench in
            let parts = try await download(bench)
            let gateway = try bench.gateway()
            #expect(parts.allSatisfy { gateway.archive.has($0.part.wire) })
            #expect(try await gateway.store.versions(region: try slug("vastmanland"), kind: .priceList).isEmpty)
            let result = try #require(try await gateway.fetch(kinds: [.priceList]) { _ in }.first)
            #expect(result.isNew && result.examination?.verdict == .accepted)
            let kept = try await gateway.store.currentVersion(region: try slug("vastmanland"), kind: .priceList)
            #expect(kept?.version.parts == parts.map(\.part))
        }
    }

    @Test func `two commands at once on one data folder end with the same list`() async throws {
        try await withRegions(["uppsala", "dalarna"]) { bench in
            try await bench.openLastYear()
            let gateways = [try bench.gateway(), try bench.gateway()]
            let lists = try await withThrowingTaskGroup(of: Fingerprint.self) { group in
                for gateway in gateways {
                    group.addTask {
                        let results = try await gateway.fetch { _ in }
                        #expect(results.allSatisfy { $0.examination?.verdict == .accepted })
                        return try await gateway.build(try year(2023), useLastGood: false).record.fingerprint
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(lists.count == 1)
            for slug in bench.premises.regions.map(\.region.slug) {
                #expect(try await gateways[0].store.versions(region: slug, kind: .priceList).count == 1)
            }
        }
    }

    /// Fetches the price feed of the bench's region as far as the archive.
    private func download(_ bench: Bench) async throws -> [FetchedPart] {
        let gateway = try bench.gateway()
        let feed = try #require(bench.premises.regions.first?.feed(.priceList))
        let harvester = try Harvester(
            archive: gateway.archive, limits: FetchLimits(),
            networks: try #require(AllowedNetworks(text: "127.0.0.0/8")), logger: bench.silence,
            now: { bench.clock.now })
        return try await harvester.download(feed.feed) { _ in }.parts
    }
}

extension FetchedPart {
    fileprivate var seen: SeenPart { SeenPart(url: url, etag: etag, lastModified: lastModified) }
}
