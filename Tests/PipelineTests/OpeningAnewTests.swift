import Federation
import Foundation
import Pipeline
import RegionSimulator
import Testing

/// Last year's prices stay as they are while this year's list rests on them.
struct OpeningAnewTests {
    private let persons: Set = ["anna", "bo"]

    /// Opens a changed list of last year; nil where that is done, else what stands in its way.
    private func refusal(_ gateway: Gateway, _ bench: Bench, rows: Int) async throws -> CommandError? {
        let file = try bench.file(
            "andrad-\(rows).json", SimulatedPriceList.adopted2022(plan: SimulationPlan(rows: rows)))
        let decision = BoardDecision(reference: "SN 2021-0029 § 53", day: try #require(Day("2021-12-03")))
        // The file is of all seven regions.
        let office = try bench.gateway(premises: Bench.loaded.get())
        do {
            _ = try await office.open(gateway.year.previous, file: file, decision: decision)
            return nil
        } catch let error as CommandError {
            return error
        }
    }

    @Test func `last year's list is opened anew only while this year's is a draft, also one of a correction`()
        async throws
    {
        try await withRegions(["varmland"]) { bench in
            try await bench.openLastYear(rows: 4)
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            try await bench.adopt(gateway, number: "SN 2022-0013", validFrom: "2023-01-01")
            let adopted = try #require(try await refusal(gateway, bench, rows: 5))
            #expect(adopted.swedish.contains("är fastställd") && adopted.swedish.contains("samverkan return 2023"))
            try await gateway.giveBack(gateway.year, reason: "Fel nummer", by: "bo", persons: persons)
            #expect(try await refusal(gateway, bench, rows: 4) == nil)

            let before = try await gateway.store.openingList(gateway.year.previous)?.list.edition
            try await bench.adopt(gateway, number: "SN 2022-0031", validFrom: "2023-01-01")
            try await withKeys(gateway, outside: bench.folder) { makeKey in
                _ = try await bench.publish(gateway, with: [try await makeKey(nil)])
            }
            let published = try #require(try await refusal(gateway, bench, rows: 5))
            #expect(published.english.contains("is published") && published.english.contains("samverkan correct 2023"))
            #expect(try await gateway.store.openingList(gateway.year.previous)?.list.edition == before)
            // What is read in already changes nothing, and is no fault.
            #expect(try await refusal(gateway, bench, rows: 4) == nil)
            try await bench.correct(gateway)
            #expect(try await refusal(gateway, bench, rows: 5) == nil)
        }
    }

    @Test func `a proposal says that it is to be returned first`() async throws {
        try await withRegions(["varmland"]) { bench in
            try await bench.openLastYear(rows: 4)
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let blocking = try await gateway.review(gateway.year, useLastGood: false).blocking
            _ = try await gateway.acknowledge(
                blocking.map(\.id.description), year: gateway.year, by: "anna", reason: "Stämt av med regionen")
            _ = try await gateway.propose(gateway.year, useLastGood: false, by: "anna", persons: persons)
            #expect(try await refusal(gateway, bench, rows: 5)?.swedish.contains("är föreslagen") == true)
        }
    }
}
