import Adoption
import Federation
import Foundation
import Pipeline
import Testing

/// From an adoption by a mistyped decision to an edition by the right one.
struct TakenBackTests {
    @Test func `an adoption that was taken back is made anew, and only the right decision is published`() async throws {
        try await withRegions(["varmland"]) { bench in
            try await bench.openLastYear(rows: 4)
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            try await bench.adopt(gateway, number: "SN 2022-0013", validFrom: "2023-01-01")
            let list = try #require(try await gateway.listState(gateway.year).proposal).proposal.list
            try await gateway.giveBack(
                gateway.year, reason: "Fel diarienummer", by: "anna", persons: ["anna", "bo"])
            let state = try await gateway.listState(gateway.year)
            #expect(state.stage == .draft)
            let mistaken = state.round.proposals.first?.givenBack?.adoption?.adopted.decision
            #expect(mistaken?.number == "SN 2022-0013")
            _ = try await gateway.committeePack(
                gateway.year, proposal: list.hex, into: bench.folder + "/aterlamnat", pdf: nil,
                temporaryFolder: bench.folder)
            try await bench.adopt(gateway, number: "SN 2022-0031", validFrom: "2023-01-01")
            try await withKeys(gateway, outside: bench.folder) { makeKey in
                let kept = try await bench.publish(gateway, with: [try await makeKey(nil)])
                #expect(kept.edition.number == 1 && kept.edition.fingerprint == list)
                #expect(kept.edition.decision.number == "SN 2022-0031")
            }
        }
    }
}
