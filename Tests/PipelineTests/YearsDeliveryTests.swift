import Adoption
import Federation
import Foundation
import Pipeline
import Pricing
import RegionSimulator
import Registry
import Storage
import Testing

/// Two years on one data folder: each year's list asks for its own deliveries.
struct YearsDeliveryTests {
    @Test func `what was delivered for last year and still stands is nothing delivered for this year`() async throws {
        try await withPublishedYear { bench, premises, office, _ in
            let region = try slug("varmland")
            let next = try bench.gateway(premises: premises.at(bench.servers.addresses), year: try year(2024))
            for isFetched in [false, true] {
                if isFetched { _ = try await next.fetch(kinds: [.priceList]) { _ in } }
                let status = try await next.status()
                #expect(status.absences == [region: .otherYear(office.year)])
                #expect(status.completeness.map(\.state) == [.notDelivered])
                let feed = try status.priceFeed
                #expect(feed.current == nil && feed.examination == nil)
                let built = try await next.build(next.year, useLastGood: true).list
                #expect(built.missing.filter { $0.region == region }.map(\.reason) == [.notDelivered])
            }
            // Last year's list is as it was.
            let status = try await office.status()
            #expect(status.absences.isEmpty && status.newerDeliveries.isEmpty)
            #expect(try status.priceFeed.examination?.verdict == .accepted)

            try await bench.servers.setFault(try fault("http-404"), for: region)
            _ = try await next.fetch(kinds: [.priceList]) { _ in }
            #expect(try await next.status().completeness.map(\.state) == [.fetchFailed])
        }
    }

    @Test func `last year's status says nothing about what this year's proposal is made of`() async throws {
        try await withPublishedYear { bench, premises, office, _ in
            try await bench.anew(SimulationPlan(year: 2024, rows: Bench.rows), premises) { next in
                _ = try await next.fetch(kinds: [.priceList]) { _ in }
                try await bench.adopt(next, number: "SN 2023-0031", validFrom: "2024-01-01") {
                    let status = try await office.status()
                    #expect(status.newerDeliveries.isEmpty && status.absences.isEmpty)
                    #expect(try status.priceFeed.examination?.verdict == .accepted)
                    #expect(try await next.status().newerDeliveries.isEmpty)
                    // Whichever year a gateway is for, a list is held against its own year's deliveries.
                    #expect(try await office.newerDeliveries(in: next.listState(next.year)).isEmpty)
                }
                let adopted = try await next.listState(next.year).round.adoption?.adopted
                #expect(adopted != nil && adopted?.despiteNewer.isEmpty == true)
            }
        }
    }

    @Test func `a published year is corrected though next year's deliveries have come`() async throws {
        try await withPublishedYear { bench, premises, office, publish in
            let region = try slug("varmland")
            let mended = try await bench.redelivered(region, by: office, changing: "Pris")
            try await bench.anew(SimulationPlan(year: 2024, rows: Bench.rows), premises) { next in
                let fetched = try #require(try await next.fetch(kinds: [.priceList]) { _ in }.first?.examination)
                #expect(fetched.verdict == .accepted)
                // What the server has for next year now, or cannot give, is nothing to last year's list.
                try await bench.servers.setFault(try fault("http-404"), for: region)
                _ = try await office.fetch(kinds: [.priceList]) { _ in }
                #expect(try await next.status().completeness.map(\.state) == [.fetchFailed])
                try await bench.correct(office)
                let status = try await office.status()
                #expect(status.complete && status.absences.isEmpty)

                _ = try await office.submit(files: [mended], region: region, kind: .priceList)
                try await bench.adopt(office, number: "SN 2023-0032", validFrom: "2023-12-15")
                #expect(try await publish(office).edition.number == 2)
                _ = try await next.fetch(kinds: [.priceList]) { _ in }
                #expect(try await office.status().newerDeliveries.isEmpty)

                // What was handed in for last year is nothing to this year's list either.
                let own = try await next.status().priceFeed.examination
                #expect(own?.version == fetched.version && own?.verdict == .accepted)
            }
        }
    }

    @Test func `a proposal that rests on a superseded edition of last year's list is not adopted unawares`()
        async throws
    {
        try await withPublishedYear { bench, premises, office, publish in
            let region = try slug("varmland")
            let mended = try await bench.redelivered(region, by: office, changing: "Pris")
            try await bench.anew(SimulationPlan(year: 2024, rows: Bench.rows), premises) { next in
                _ = try await next.fetch(kinds: [.priceList]) { _ in }
                let refused = await #expect(throws: CommandError.self) {
                    try await bench.adopt(next, number: "SN 2023-0033", validFrom: "2024-01-01") {
                        try await bench.correct(office)
                        _ = try await office.submit(files: [mended], region: region, kind: .priceList)
                        try await bench.adopt(office, number: "SN 2023-0032", validFrom: "2023-12-15")
                        _ = try await publish(office)
                    }
                }
                #expect(refused?.swedish.contains("utgåva 2") == true)
                #expect(try await next.listState(next.year).stage == .proposed)
            }
        }
    }

    @Test func `a release holds for the year that it was made for`() async throws {
        let region = try slug("varmland")
        func release(_ gateway: Gateway, _ version: Fingerprint) async throws {
            _ = try await gateway.decide(.release, digits: version.hex, by: "anna", reason: "Fel årtal i huvudet")
            #expect(try await gateway.status().completeness.map(\.state) == [.accepted(version)])
        }
        try await withPublishedYear(made: { bench, office in
            let file = try await bench.redelivered(region, by: office) {
                $0 = $0.replacingOccurrences(of: "år=\"2023\"", with: "år=\"2022\"")
                    // Made in the year of the prices, so that it may be for the next year too.
                    .replacingOccurrences(of: "skapad=\"2022", with: "skapad=\"2023")
            }
            let handed = try await office.submit(files: [file], region: region, kind: .priceList).version
            #expect(try await office.status().priceFeed.examination?.verdict == .held)
            try await release(office, handed.fingerprint)
        }) { bench, premises, office, _ in
            let next = try bench.gateway(premises: premises.at(bench.servers.addresses), year: try year(2024))
            #expect(try await next.status().absences == [region: .otherYear(try year(2022))])
            let built = try await next.build(next.year, useLastGood: true).list
            #expect(built.missing.filter { $0.region == region }.map(\.reason) == [.notDelivered])
            let handed = try #require(try await office.status().priceFeed.current)
            try await release(next, handed.version.fingerprint)
        }
    }

    /// A year that is published, with a price model of the next one, whose submissions have opened since; and how the year
    /// is published again. With `made` something more is delivered before the list is made.
    private func withPublishedYear(
        made: (Bench, Gateway) async throws -> Void = { _, _ in },
        _ body: (Bench, Premises, Gateway, (Gateway) async throws -> KeptEdition) async throws -> Void
    ) async throws {
        try await withRegions(["varmland"]) { bench in
            try await bench.openLastYear()
            let premises = try bench.withNextYear()
            let office = try bench.gateway(premises: premises.at(bench.servers.addresses))
            _ = try await office.fetch(kinds: [.priceList]) { _ in }
            try await made(bench, office)
            try await withKeys(office, outside: bench.folder) { makeKey in
                let key = try await makeKey(nil)
                try await bench.adopt(office, number: "SN 2022-0031", validFrom: "2023-01-01")
                _ = try await bench.publish(office, with: [key])
                bench.clock.advance(days: 340)
                try await body(bench, premises, office) { try await bench.publish($0, with: [key]) }
            }
        }
    }

    @Test func `a year that has no rules is a slip of the pen: the delivery is held`() async throws {
        try await withRegions(["varmland"]) { bench in
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let region = try slug("varmland")
            let file = try await bench.redelivered(region, by: gateway) { text in
                text = text.replacing("år=\"2023\"", with: "år=\"2032\"")
            }
            _ = try await gateway.submit(files: [file], region: region, kind: .priceList)
            let state = try await gateway.build(year(2023), useLastGood: false).list.completeness.first?.state
            guard case .held = state else {
                Issue.record("\(String(describing: state))")
                return
            }
        }
    }
}

extension StatusReport {
    /// How the only region's price feed stands.
    fileprivate var priceFeed: FeedStatus {
        get throws { try #require(feeds.first { $0.kind == .priceList }) }
    }
}
