import Federation
import Pipeline
import Pricing
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

    @Test func `a delivery that came first after the list was published is not late for its correction`()
        async throws
    {
        try await withRegions(["varmland"], rows: 4) { bench in
            try await bench.openLastYear(rows: 4)
            bench.clock.advance(days: 10)
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            #expect(try await warnings(gateway) == ["late-delivery (1)"])
            try await withKeys(gateway, outside: bench.folder) { makeKey in
                let key = try await makeKey(nil)
                try await bench.adopt(gateway, number: "SN 2022-0031", validFrom: "2023-01-01")
                _ = try await bench.publish(gateway, with: [key])
            }
            bench.clock.advance(days: 60)
            try await bench.correct(gateway)
            // The delivery that the edition was made of was late, and still is.
            #expect(try await warnings(gateway) == ["late-delivery (1)"])
            try await bench.redeliver(gateway)
            let (region, feed) = try gateway.feed(try slug("varmland"), .priceList)
            let current = try await gateway.store.currentVersion(region: region.region.slug, kind: .priceList)
            let version = try #require(current?.version)
            let examined = try await gateway.examine(version, feed: feed, region: region)
            #expect(examined.report.totals["late-delivery"] == 1)
            #expect(try await warnings(gateway).isEmpty)
        }
    }

    /// What the list says about warnings of its deliveries.
    private func warnings(_ gateway: Gateway) async throws -> [String] {
        let report = try await gateway.review(gateway.year, useLastGood: false).report
        return (report.open + report.acknowledged.map(\.finding)).map(\.finding).compactMap { finding in
            guard finding.code == "delivery-with-warnings", case .name(let name) = finding.facts else { return nil }
            return name
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
