import Federation
import Harvest
import Pipeline
import Planning
import Pricing
import Publishing
import RegionSimulator
import Storage
import Testing

/// The whole way from seven servers to a price list, on real parts.
struct ChainTests {
    @Test func `seven regions deliver without a fault, and a second round brings nothing new`() async throws {
        try await withRegions { bench in
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            let first = try await gateway.fetch { _ in }
            #expect(first.count == 14)
            for result in first {
                let severities = gateway.severities(of: try #require(result.examination).report)
                #expect(result.isNew && result.examination?.verdict == .accepted)
                #expect(severities[.error] == nil && severities[.warning] == nil, "\(result.region) \(severities)")
            }
            let built = try await gateway.build(try year(2023), useLastGood: false)
            #expect(built.list.isComplete && built.absences.isEmpty)
            #expect(Set(built.list.careServices.map(\.region)) == Set(SimulatedRegion.slugs))

            let asked = bench.servers.log.count
            let again = try bench.gateway()
            let second = try await again.fetch { _ in }
            #expect(second.allSatisfy { !$0.isNew && $0.wireBytes == 0 })
            #expect(bench.servers.log.count > asked)
            #expect(bench.servers.log.dropFirst(asked).allSatisfy { $0.status == 304 })
            let rebuilt = try await again.build(try year(2023), useLastGood: false)
            #expect(try built.document.renderings().map(\.bytes) == rebuilt.document.renderings().map(\.bytes))
            #expect(rebuilt.record.fingerprint == built.record.fingerprint)
            for region in SimulatedRegion.slugs {
                #expect(try await gateway.store.versions(region: region, kind: .priceList).count == 1)
            }
        }
    }

    @Test func `the status is complete when everything is there, and names what is not`() async throws {
        try await withRegions(["uppsala", "orebro"]) { bench in
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            let before = try await gateway.status()
            #expect(!before.complete && before.missing.map(\.reason) == [.notDelivered, .notDelivered])
            #expect(before.absences == [try slug("uppsala"): .neverDelivered, try slug("orebro"): .neverDelivered])
            #expect(before.feeds.allSatisfy { $0.current == nil && $0.lastArrival == nil })
            _ = try await gateway.fetch { _ in }
            bench.clock.advance(days: 3)
            // An unchanged answer does not make a delivery younger.
            _ = try await gateway.fetch { _ in }
            let after = try await gateway.status()
            #expect(after.complete && after.absences.isEmpty)
            #expect(after.feeds.count == 4 && after.feeds.allSatisfy { $0.ageDays == 3 })
            #expect(after.completeness.map(\.region) == [try slug("orebro"), try slug("uppsala")])
        }
    }

    @Test func `the goals of all regions stand in one table, and the price list's own goal follows the draft`()
        async throws
    {
        try await withRegions { bench in
            let gateway = try bench.gateway()
            let none = try await gateway.goals(plan: nil)
            #expect(none.round == nil && none.missing.count == 7)
            _ = try await gateway.fetch(kinds: [.plan]) { _ in }
            let matrix = try await gateway.goals(plan: nil)
            #expect(matrix.round?.description == "2022-T2")
            #expect(matrix.rows.count == 14 && matrix.rows.allSatisfy { $0.cells.count == 7 })
            let empty = matrix.rows.flatMap { row in
                row.cells.filter { $0.progress == nil }.map { ($0.region, row.goal.id) }
            }
            #expect(empty.count == 2 && matrix.missing.map(\.goals) == [empty.map(\.1)])
            #expect(matrix.missing.map(\.region) == [try slug("varmland")])
            let own = { (matrix: GoalMatrix) in
                Set(matrix.rows.filter { $0.goal.source == .gateway }.flatMap(\.cells).map { $0.progress?.status })
            }
            #expect(own(matrix) == [.atRisk])
            _ = try await gateway.build(try year(2023), useLastGood: false)
            #expect(own(try await gateway.goals(plan: nil)) == [.onTrack])
            await #expect(throws: CommandError.self) { try await gateway.goals(plan: "ingen-plan") }
        }
    }

    @Test func `a later round takes the place of the one before in the table of goals`() async throws {
        try await withRegions { bench in
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.plan]) { _ in }
            #expect(try await gateway.goals(plan: nil).round?.description == "2022-T2")
            for region in SimulatedRegion.slugs {
                let reports = SimulatedRegion.documents(
                    region: region, kind: .plan, plan: SimulationPlan(lastRound: "2023-Y"))
                bench.servers.setDocuments(reports, for: region, kind: .plan)
            }
            bench.clock.advance(days: 450)
            let results = try await gateway.fetch(kinds: [.plan]) { _ in }
            #expect(results.allSatisfy { $0.isNew && $0.examination?.verdict == .accepted })
            let matrix = try await gateway.goals(plan: nil)
            #expect(matrix.round?.description == "2023-Y")
            #expect(matrix.rows.flatMap(\.cells).count { $0.progress == nil } == 2)
        }
    }

    @Test func `a year without a price model is refused in words, and so is a region that nobody knows`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let gateway = try bench.gateway()
            let error = try await #require(throws: CommandError.self) {
                try await gateway.build(try year(2031), useLastGood: false)
            }
            #expect(error.swedish.contains("2031") && error.swedish.contains("2023"))
            let file = try bench.file("x.xml", [])
            await #expect(throws: CommandError.self) {
                try await gateway.submit(files: [file], region: try slug("orebro"), kind: .priceList)
            }
        }
    }
}

extension FeedResult {
    /// Whether a version came that had never been seen.
    var isNew: Bool { if case .newVersion = outcome { true } else { false } }

    /// The code of the failure; nil where the feed was fetched.
    var failure: String? { if case .failed(let code, _) = outcome { code } else { nil } }
}
