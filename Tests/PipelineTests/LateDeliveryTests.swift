import Federation
import Pipeline
import Registry
import Testing

/// Whether a delivery is late goes by the feed's own last day.
struct LateDeliveryTests {
    @Test(arguments: [("2022-11-10", true), ("2022-11-30", false)])
    func `a feed's own last day goes before the model's`(closes: String, isLate: Bool) async throws {
        try await withRegions(["varmland"], rows: 4) { bench in
            try await bench.openLastYear(rows: 4)
            if !isLate { bench.clock.advance(days: 10) }
            let window = FeedDescriptor.Timetable(
                opens: try #require(Day("2022-09-01")), closes: try #require(Day(closes)))
            let regions = bench.premises.regions.map { region in
                RegionDescriptor(
                    region: region.region, contact: region.contact, feeds: region.feeds.map { $0.open(window) })
            }
            let gateway = try bench.gateway(premises: bench.premises.with(regions: regions))
            let result = try #require(try await gateway.fetch(kinds: [.priceList]) { _ in }.first)
            #expect((result.examination?.report.totals["late-delivery"] != nil) == isLate)
            #expect(result.examination?.verdict == .accepted)
        }
    }
}

extension FeedDescriptor {
    /// This feed with another window.
    fileprivate func open(_ timetable: Timetable?) -> FeedDescriptor {
        FeedDescriptor(
            kind: kind, feed: feed, format: format, encoding: encoding, contract: contract, mapping: mapping,
            timetable: timetable, fingerprint: fingerprint)
    }
}
