import Federation
import Harvest
import Pipeline
import RegionSimulator
import Registry
import Storage
import Testing

/// Servers whose word cannot be taken: validators that lie, contents that take turns, feeds that are gone.
struct TrustTests {
    @Test(arguments: [true, false])
    func `a change behind an unchanged ETag is found by a full fetch, asked for or weekly, and warned of`(
        isAskedFor: Bool
    ) async throws {
        try await withRegions(["orebro"]) { bench in
            let orebro = try slug("orebro")
            let gateway = try bench.gateway()
            try await bench.servers.setFault(try fault("lying-etag"), for: orebro)
            let first = try #require(try await gateway.fetch(kinds: [.priceList]) { _ in }.first)
            #expect(first.isNew && first.examination?.report.totals["changed-behind-validator"] == nil)
            bench.servers.setDocuments(
                SimulatedRegion.documents(region: orebro, kind: .priceList, plan: SimulationPlan(rows: 22)),
                for: orebro, kind: .priceList)
            let fooled = try #require(try await gateway.fetch(kinds: [.priceList]) { _ in }.first)
            #expect(!fooled.isNew && fooled.wireBytes == 0)

            if !isAskedFor { bench.clock.advance(days: 7) }
            let found = try #require(try await gateway.fetch(kinds: [.priceList], full: isAskedFor) { _ in }.first)
            #expect(found.isNew && found.examination?.verdict == .accepted)
            #expect(found.examination?.report.totals["changed-behind-validator"] == 1)
            #expect(gateway.premises.catalogue["changed-behind-validator"].severity == .warning)
            // The warning stays with the version, also when it is only seen again.
            let again = try #require(try await bench.gateway().fetch(kinds: [.priceList]) { _ in }.first)
            #expect(again.wireBytes == 0 && again.examination == found.examination)
        }
    }

    @Test func `an honest server is fetched in full each week without being suspected`() async throws {
        try await withRegions(["varmland", "dalarna"]) { bench in
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            bench.clock.advance(days: 6)
            #expect(try await gateway.fetch(kinds: [.priceList]) { _ in }.allSatisfy { $0.wireBytes == 0 })
            bench.clock.advance(days: 1)
            let full = try await gateway.fetch(kinds: [.priceList]) { _ in }
            #expect(full.allSatisfy { $0.wireBytes > 0 && !$0.isNew })
            #expect(full.allSatisfy { $0.examination?.report.totals["changed-behind-validator"] == nil })
            bench.clock.advance(days: 1)
            #expect(try await gateway.fetch(kinds: [.priceList]) { _ in }.allSatisfy { $0.wireBytes == 0 })
        }
    }

    @Test func `contents that take turns are both kept, and held from the third fetch on`() async throws {
        try await withRegions(["uppsala"], faults: ["uppsala": "alternating"]) { bench in
            let uppsala = try slug("uppsala")
            let gateway = try bench.gateway()
            var results: [FeedResult] = []
            for _ in 0..<4 { results += try await gateway.fetch(kinds: [.priceList], full: true) { _ in } }
            #expect(results.map { $0.examination?.verdict } == [.accepted, .accepted, .held, .held])
            #expect(results[2].examination?.version == results[0].examination?.version)
            #expect(results[2].examination?.report.totals["contents-alternate"] == 1)
            let kept = try await gateway.store.versions(region: uppsala, kind: .priceList)
            #expect(kept.count == 2)
            #expect(kept.allSatisfy { $0.version.parts.allSatisfy { gateway.archive.has($0.wire) } })
            #expect(try await gateway.build(try year(2023), useLastGood: false).list.has(uppsala) == false)
            let released = try await gateway.decide(
                .release, digits: kept[0].version.fingerprint.hex, by: "anna", reason: "den gäller")
            #expect(released.verdict == .accepted)
        }
    }

    @Test func `a server that mends only its header delivers what can be used`() async throws {
        try await withRegions(["varmland"], faults: ["varmland": "bad-gzip"]) { bench in
            let gateway = try bench.gateway()
            let bad = try #require(try await gateway.fetch(kinds: [.priceList]) { _ in }.first)
            #expect(bad.examination?.verdict == .refused)
            try await bench.servers.setFault(nil, for: try slug("varmland"))
            let good = try #require(try await gateway.fetch(kinds: [.priceList], full: true) { _ in }.first)
            #expect(good.isNew && good.examination?.verdict == .accepted)
        }
    }

    @Test func `a feed that is gone for good waits for a person, and is asked again all the same`() async throws {
        try await withRegions(["sormland"]) { bench in
            let sormland = try slug("sormland")
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            try await bench.servers.setFault(try fault("http-410"), for: sormland)
            #expect(try await gateway.fetch(kinds: [.priceList]) { _ in }.map(\.failure) == ["gone"])
            #expect(
                try await gateway.build(try year(2023), useLastGood: false).absences == [
                    sormland: .gone(lastSeen: bench.clock.now)
                ])
            let status = try await gateway.status()
            #expect(!status.complete && status.absences == [sormland: .gone(lastSeen: bench.clock.now)])
            #expect(status.feeds.first?.lastArrival?.failure == "gone")
            try await bench.servers.setFault(nil, for: sormland)
            #expect(try await gateway.fetch(kinds: [.priceList]) { _ in }.allSatisfy { $0.failure == nil })
            #expect(try await gateway.status().absences.isEmpty)
        }
    }

    @Test func `a feed whose address lacks its setting fails by itself, with the setting's name`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let all = try Bench.loaded.get()
            let orebro = try #require(all.region(try slug("orebro")))
            let gateway = try bench.gateway(premises: all.with(regions: [orebro] + bench.premises.regions))
            let results = try await gateway.fetch(kinds: [.priceList]) { _ in }
            #expect(results.map(\.failure) == ["setting-missing", nil])
            guard case .failed(_, let detail) = results[0].outcome else { return }
            #expect(detail == "SAMVERKAN_OREBRO_URL")
            #expect(
                try await gateway.build(try year(2023), useLastGood: false).absences == [
                    try slug("orebro"): .fetchFailed(
                        code: "setting-missing", detail: "SAMVERKAN_OREBRO_URL", lastSeen: nil)
                ])
        }
    }

    @Test(arguments: [
        "ftp://pris.example", "http://anna:hemligt@pris.example", "http://0x7f.1", "http://pris.example:22",
    ])
    func `an address that is not one to fetch from is refused before anything is done`(address: String) async throws {
        try await withRegions(["uppsala"]) { bench in
            let bad = try Bench.loaded.get().at([try slug("uppsala"): address])
            let error = try #require(throws: CommandError.self) { try bench.gateway(premises: bad) }
            #expect(error.swedish.contains("uppsala") && !error.swedish.contains("hemligt"))
        }
    }

    @Test func `every way that a fetch can fail has its sentences in both languages`() throws {
        let failures = try Bench.loaded.get().failures
        #expect(Set(failures.codes) == Set(FeedFailure.Reason.allCases.map(\.rawValue)))
        for code in failures.codes {
            #expect(failures.words(code, detail: "x", in: .swedish) != failures.words(code, detail: "x", in: .english))
            #expect(failures.words(code, detail: "x", in: .swedish).hasSuffix(" (\(code): x)"))
        }
    }
}
