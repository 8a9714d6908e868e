import Federation
import Harvest
import Pipeline
import Pricing
import RegionSimulator
import Storage
import Testing

/// One region misbehaves in every way of the catalogue; the others, the list and the last good version are unharmed.
struct FaultTests {
    /// Few at a time, so that a request does not wait for its turn on the processor until it counts as stalled.
    private static let turns = Turnstile(width: 4)

    @Test func `the table tells of every fault of the catalogue and of no other`() {
        #expect(Set(FaultRow.all.map(\.fault)) == Set(Fault.all.map(\.name)))
    }

    @Test(arguments: FaultRow.all)
    func `one region's fault harms nobody else, and none of it gets into a list`(row: FaultRow) async throws {
        try await Self.turns.pass {
            let slugs = SimulatedRegion.slugs.map(\.text)
            let place = try #require(slugs.firstIndex(of: row.region))
            let regions = (place..<place + 3).map { slugs[$0 % slugs.count] }
            try await withRegions(regions, rows: row.rows, faults: row.isFirst ? [row.region: row.fault] : [:]) {
                bench in
                try await FaultRun(row: row, bench: bench, region: try slug(row.region)).run()
            }
        }
    }
}

/// One row of the table, played.
private struct FaultRun {
    let row: FaultRow
    let bench: Bench
    let region: RegionSlug

    func run() async throws {
        try await bench.openLastYear(rows: row.rows)
        let years = bench.premises.years.mapValues(\.withFewGroups)
        let gateway = try bench.gateway(
            .hurried, premises: bench.premises.with(regions: bench.premises.regions, years: years))
        var before: BuiltPriceList?
        if !row.isFirst {
            #expect(try await fetch(gateway).allSatisfy { $0.examination?.verdict == .accepted })
            before = try await gateway.build(try year(2023), useLastGood: false)
            #expect(before?.list.isComplete == true)
            try await bench.servers.setFault(try fault(row.fault), for: region)
        }
        let results = try await fetch(gateway, full: row.isNews)
        for result in results where result.region != region {
            #expect(result.examination?.verdict == .accepted, "\(result.region): \(result.outcome)")
        }
        let result = try #require(results.first { $0.region == region })
        try judge(result, before: before)
        let strict = try await gateway.build(try year(2023), useLastGood: false)
        for other in bench.premises.regions.map(\.region.slug) where other != region {
            #expect(strict.list.has(other) && !strict.list.missing.contains { $0.region == other })
        }
        try judge(strict, result)
        try judge(lenient: try await gateway.build(try year(2023), useLastGood: true), before: before)
    }

    private func fetch(_ gateway: Gateway, full: Bool = false) async throws -> [FeedResult] {
        try await gateway.fetch(kinds: [.priceList], full: full) { _ in }
    }

    private func judge(_ result: FeedResult, before: BuiltPriceList?) throws {
        let totals = result.examination?.report.totals ?? [:]
        let told = Comment(rawValue: "\(result.failure ?? "") \(totals)")
        switch row.outcome {
        case .new:
            #expect(result.isNew && result.examination?.verdict == .accepted, told)
            #expect(row.fault != "http-500-once" || result.requests == 2)
        case .unchanged:
            #expect(!result.isNew && result.examination?.verdict == .accepted, told)
        case .refused(let codes):
            #expect(result.isNew && result.examination?.verdict == .refused, told)
            #expect(codes.contains { totals[$0] != nil }, told)
        case .held(let code):
            #expect(result.isNew && result.examination?.verdict == .held && totals[code] != nil, told)
        case .failed(let codes):
            #expect(result.failure.map(codes.contains) == true, told)
        }
    }

    /// A list without leave to use older versions names the region and has nothing of it.
    private func judge(_ built: BuiltPriceList, _ result: FeedResult) throws {
        let reasons = built.list.missing.filter { $0.region == region }.map(\.reason)
        switch row.outcome {
        case .new, .unchanged:
            #expect(built.list.has(region) && reasons.isEmpty && built.absences.isEmpty)
            return
        case .refused: #expect(reasons == [.refused])
        case .held: #expect(reasons == [.held])
        case .failed:
            #expect(reasons == [result.failure == "gone" ? .notDelivered : .fetchFailed])
            #expect(built.absences[region]?.code == result.failure)
        }
        #expect(
            !built.list.has(region) && !built.list.isComplete
                && built.list.header.marks.contains(.lastGoodUsed) == false)
    }

    /// A list with leave to use older versions has the very prices of the last good one, and says so.
    private func judge(lenient built: BuiltPriceList, before: BuiltPriceList?) throws {
        let isMarked = built.list.header.marks.contains(.lastGoodUsed)
        switch row.outcome {
        case .new, .unchanged: #expect(!isMarked)
        case .refused, .held, .failed:
            guard let before else {
                #expect(!built.list.has(region) && !isMarked)
                return
            }
            #expect(isMarked && built.list.careServices == before.list.careServices)
            let used = built.list.header.submissions.first { $0.region == region }
            #expect(used?.isLastGood == true)
            #expect(used?.version == before.list.header.submissions.first { $0.region == region }?.version)
        }
    }
}

extension Absence {
    /// The failure's code; nil where nothing was tried.
    fileprivate var code: String? {
        switch self {
        case .fetchFailed(let code, _, _): code
        case .gone: "gone"
        case .neverDelivered, .otherYear: nil
        }
    }
}

extension FetchLimits {
    /// Short enough to wait for in a test, long enough for an honest server on a busy machine.
    static let hurried: FetchLimits = {
        var limits = FetchLimits()
        limits.connectMilliseconds = 1_500
        limits.stallMilliseconds = 1_000
        limits.requestMilliseconds = 8_000
        limits.feedMilliseconds = 10_000
        limits.wireBytes = 12 << 20
        limits.contentBytes = 16 << 20
        limits.retries = 1
        limits.retryBaseMilliseconds = 5
        limits.longestWaitMilliseconds = 1_000
        return limits
    }()
}
