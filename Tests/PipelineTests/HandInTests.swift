import Federation
import Pipeline
import Pricing
import RegionSimulator
import Storage
import Testing

/// A file that is handed in counts until the region's server delivers something new.
struct HandInTests {
    @Test func `an unchanged server does not displace a file that was handed in`() async throws {
        try await withHandIn { bench, gateway, file in
            for full in [false, true] {
                let result = try #require(try await gateway.fetch(kinds: [.priceList], full: full) { _ in }.first)
                #expect(!result.isNew && result.examination?.version == file)
                #expect((result.wireBytes > 0) == full)
            }
            #expect(try await used(gateway) == .accepted(file))
            let kept = try await gateway.store.versions(region: try slug("uppsala"), kind: .priceList)
            #expect(kept.map(\.isHandedIn) == [true, false] && kept.first?.version.fingerprint == file)
        }
    }

    @Test func `what a server delivers anew displaces a file that was handed in, also when it goes back`() async throws
    {
        try await withHandIn { bench, gateway, file in
            let first = try #require(
                try await gateway.store.versions(region: try slug("uppsala"), kind: .priceList).last)
            try setRows(22, bench)
            let new = try #require(try await gateway.fetch(kinds: [.priceList]) { _ in }.first)
            let fetched = try #require(new.examination).version
            #expect(new.isNew && fetched != file && fetched != first.version.fingerprint)
            #expect(try await used(gateway) == .accepted(fetched))
            // The file is what counted before: where the new one cannot be used, it is the last good one.
            let kept = try await gateway.store.versions(region: try slug("uppsala"), kind: .priceList)
            #expect(kept.map(\.version.fingerprint) == [fetched, file, first.version.fingerprint])

            try setRows(Bench.rows, bench)
            #expect(try await gateway.fetch(kinds: [.priceList]) { _ in }.first?.isNew == true)
            #expect(
                try await gateway.store.currentVersion(region: try slug("uppsala"), kind: .priceList)?.version
                    == first.version)
        }
    }

    @Test(arguments: ["http-404", "http-410"])
    func `a failed fetch does not drop a file that was handed in`(name: String) async throws {
        try await withHandIn { bench, gateway, file in
            try await bench.servers.setFault(try fault(name), for: try slug("uppsala"))
            #expect(try await gateway.fetch(kinds: [.priceList]) { _ in }.first?.failure != nil)
            #expect(try await used(gateway) == .accepted(file))
            let status = try await gateway.status()
            #expect(status.absences.isEmpty && status.feeds.first?.lastArrival?.failure != nil)
        }
    }

    @Test func `a file that was handed in does not alternate with what the server delivers`() async throws {
        try await withHandIn { bench, gateway, file in
            try setRows(22, bench)
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            try setRows(Bench.rows, bench)
            let back = try #require(try await gateway.fetch(kinds: [.priceList]) { _ in }.first)
            #expect(back.examination?.report.totals["contents-alternate"] == 1)
            let again = try await gateway.submit(
                files: [bench.folder + "/fil.xml"], region: try slug("uppsala"), kind: .priceList)
            #expect(again.version.fingerprint == file && again.examination.verdict == .accepted)
            #expect(try await used(gateway) == .accepted(file))
        }
    }

    /// Fetches from Uppsala and hands in another file of it.
    private func withHandIn(_ body: (Bench, Gateway, Fingerprint) async throws -> Void) async throws {
        try await withRegions(["uppsala"]) { bench in
            let gateway = try bench.gateway(.hurried)
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let bytes = SimulatedRegion.canonicalXML(region: try slug("uppsala"), plan: SimulationPlan(rows: 23))
            let taken = try await gateway.submit(
                files: [try bench.file("fil.xml", bytes)], region: try slug("uppsala"), kind: .priceList)
            #expect(taken.isNew && taken.examination.verdict == .accepted)
            try await body(bench, gateway, taken.version.fingerprint)
        }
    }

    private func setRows(_ rows: Int, _ bench: Bench) throws {
        let uppsala = try slug("uppsala")
        bench.servers.setDocuments(
            SimulatedRegion.documents(region: uppsala, kind: .priceList, plan: SimulationPlan(rows: rows)),
            for: uppsala, kind: .priceList)
    }

    /// What the list says of the region's delivery.
    private func used(_ gateway: Gateway) async throws -> DeliveryState? {
        try await gateway.build(try year(2023), useLastGood: false).list.completeness.first?.state
    }
}
