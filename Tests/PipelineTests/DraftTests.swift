import Federation
import Pipeline
import Pricing
import Registry
import Storage
import Testing

/// A draft is shown only as what it was when it was built.
struct DraftTests {
    @Test
    func `a draft whose region has another name now must be built again, and lines of other years are still explained`()
        async throws
    {
        try await withRegions(["uppsala"]) { bench in
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let list = try await gateway.build(try year(2023), useLastGood: false).list
            let reference = try await gateway.build(try year(2017), useLastGood: false).list
            #expect(try await gateway.lastBuilt(try year(2023))?.list == list)

            let renamed = try bench.gateway(
                premises: bench.premises.with(regions: bench.premises.regions.map(\.renamed)))
            await #expect(throws: CommandError.self) { try await renamed.lastBuilt(try year(2023)) }
            let line = try #require(list.careServices.first)
            await #expect(throws: CommandError.self) { try await renamed.explain(line.id) }
            let other = try #require(reference.drg.first)
            #expect(try await renamed.explain(other.id)?.explanation.result == other.amount)
        }
    }
}

extension RegionDescriptor {
    /// The same region under another name.
    fileprivate var renamed: RegionDescriptor {
        RegionDescriptor(
            region: Region(
                slug: region.slug, name: region.name + " län", countyCode: region.countyCode,
                organisationNumber: region.organisationNumber, hospitals: region.hospitals), contact: contact,
            feeds: feeds)
    }
}
