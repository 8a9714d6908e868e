import Federation
import Foundation
import Pipeline
import Registry
import Testing

struct MissingPremisesTests {
    /// The premises with one part exchanged.
    private func premises(_ all: Premises, regions: [RegionDescriptor], contracts: String) -> Premises {
        Premises(
            regions: regions, years: all.years, plans: all.plans, codes: all.codes, catalogue: all.catalogue,
            failures: all.failures, contractsFolder: contracts, fingerprint: all.fingerprint)
    }

    @Test func `a schema that is missing is told as a mistake in the contracts`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let without = premises(bench.premises, regions: bench.premises.regions, contracts: "/nowhere")
            let error = try #require(throws: PremisesError.self) { try bench.gateway(premises: without) }
            #expect(error.file.hasPrefix("/nowhere/feeds/") && error.swedish.contains("schemat"))
        }
    }

    @Test func `a feed whose token is missing is not asked, and fails with the setting's name`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let region = try #require(bench.premises.regions.first)
            let feeds = region.feeds.map { feed in
                FeedDescriptor(
                    kind: feed.kind, feed: feed.feed, format: feed.format, encoding: feed.encoding,
                    contract: feed.contract, mapping: feed.mapping, missingToken: "SAMVERKAN_UPPSALA_TOKEN",
                    fingerprint: feed.fingerprint)
            }
            let locked = RegionDescriptor(region: region.region, contact: region.contact, feeds: feeds)
            let gateway = try bench.gateway(
                premises: premises(
                    bench.premises, regions: [locked], contracts: bench.premises.contractsFolder))
            let results = try await gateway.fetch(kinds: [.priceList]) { _ in }
            #expect(results.map(\.failure) == ["setting-missing"] && results.map(\.requests) == [0])
            guard case .failed(_, let detail) = try #require(results.first).outcome else { return }
            #expect(detail == "SAMVERKAN_UPPSALA_TOKEN")
        }
    }
}
