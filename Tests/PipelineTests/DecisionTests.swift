import Federation
import Pipeline
import Pricing
import RegionSimulator
import Storage
import Testing

/// A person decides about a held version, and hands in files.
struct DecisionTests {
    @Test func `a held version counts when a person releases it, and no longer when another refuses it`() async throws {
        try await withRegions(["varmland", "uppsala"], faults: ["varmland": "half-the-lines"]) { bench in
            try await bench.openLastYear()
            let varmland = try slug("varmland")
            let gateway = try bench.gateway()
            let result = try #require(
                try await gateway.fetch(kinds: [.priceList]) { _ in }.first { $0.region == varmland })
            let version = try #require(result.examination).version
            #expect(result.examination?.verdict == .held)
            #expect(try await gateway.build(try year(2023), useLastGood: false).list.has(varmland) == false)

            let released = try await gateway.decide(.release, digits: version.short, by: "anna", reason: "avtalat")
            #expect(released.examined == .held && released.verdict == .accepted)
            #expect(try await bench.gateway().build(try year(2023), useLastGood: false).list.has(varmland))

            let refused = try await gateway.decide(.refuse, digits: version.hex, by: "bo", reason: "fel fil")
            #expect(refused.verdict == .refused && refused.decisions.map(\.by) == ["anna", "bo"])
            let list = try await gateway.build(try year(2023), useLastGood: true).list
            #expect(!list.has(varmland) && list.missing.contains { $0.region == varmland && $0.reason == .refused })
        }
    }

    @Test func `nobody can decide about a version that is not held, or that is not named well enough`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let kept = try #require(
                try await gateway.store.currentVersion(region: try slug("uppsala"), kind: .priceList))
            for digits in ["abc", "000000000000", "zzzzzz", kept.version.fingerprint.hex] {
                await #expect(throws: CommandError.self) {
                    try await gateway.decide(.refuse, digits: digits, by: "anna", reason: "x")
                }
            }
        }
    }

    @Test func `a file that is handed in counts from then on, and its prices stand in the list`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let uppsala = try slug("uppsala")
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let before = try await gateway.build(try year(2023), useLastGood: false).list
            let line = try #require(before.careServices.first { $0.basis == .delivered })
            let dearer = Amount(ore: line.amount.ore + 100)
            let delivered = String(
                decoding: SimulatedRegion.canonicalXML(region: uppsala, plan: SimulationPlan(rows: Bench.rows)),
                as: UTF8.self)
            let file = try bench.file(
                "rättad.xml", Array(delivered.replacing(">\(line.amount.wire)<", with: ">\(dearer.wire)<").utf8))
            let taken = try await gateway.submit(files: [file], region: uppsala, kind: .priceList)
            #expect(taken.isNew && taken.examination.verdict == .accepted)
            let after = try await gateway.build(try year(2023), useLastGood: false).list
            #expect(after.careServices.first { $0.id == line.id }?.amount == dearer)
            #expect(try await !gateway.submit(files: [file], region: uppsala, kind: .priceList).isNew)
            #expect(try await gateway.store.versions(region: uppsala, kind: .priceList).count == 2)
        }
    }

    @Test(arguments: [
        ("varmland", FeedKind.priceList, "vastmanland", "layout-unknown"),
        ("varmland", .priceList, "uppsala", "wrong-region"), ("uppsala", .plan, "uppsala", "wrong-kind"),
    ])
    func `a file in the wrong place is known for what it is, and cannot be released`(
        region: String, kind: FeedKind, giver: String, code: String
    ) async throws {
        try await withRegions(Set([region, giver]).sorted()) { bench in
            let region = try slug(region)
            let gateway = try bench.gateway()
            let documents = SimulatedRegion.documents(
                region: try slug(giver), kind: .priceList, plan: SimulationPlan(rows: 3))
            let file = try bench.file("fel.xml", try #require(documents.first).bytes)
            let checked = try await gateway.check(files: [file], region: region, kind: kind)
            #expect(checked.report.totals[code] == 1, "\(checked.report.totals)")
            let taken = try await gateway.submit(files: [file], region: region, kind: kind)
            #expect(taken.examination.report == checked.report && !taken.examination.hasSubmission)
            await #expect(throws: CommandError.self) {
                try await gateway.decide(.release, digits: taken.version.fingerprint.hex, by: "anna", reason: "x")
            }
        }
    }

    @Test func `checking a file keeps nothing of it`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let gateway = try bench.gateway()
            let uppsala = try slug("uppsala")
            let bytes = SimulatedRegion.canonicalXML(region: uppsala, plan: SimulationPlan(rows: 3))
            let checked = try await gateway.check(
                files: [try bench.file("min.xml", bytes)], region: uppsala, kind: .priceList)
            #expect(checked.verdict == .accepted)
            #expect(try await gateway.store.versions(region: uppsala, kind: .priceList).isEmpty)
            #expect(!gateway.archive.has(Fingerprint(of: bytes)))
        }
    }
}

extension PriceList {
    /// Whether the list has prices of the region's own.
    func has(_ region: RegionSlug) -> Bool {
        careServices.contains { $0.region == region } || surcharges.contains { $0.region == region }
            || drgFixedPrices.contains { $0.region == region } || applicability.contains { $0.region == region }
    }
}
