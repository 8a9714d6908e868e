import Adoption
import Federation
import Publishing
import Testing

@testable import Pipeline

/// Whoever answers for a list stands in its minutes by name.
struct MinutesNamesTests {
    private let names = PersonNames(["anna": "Anna Andersson"])

    @Test func `the minutes name who proposed, who entered the decision and who let a deviation stand`() async throws {
        try await withRegions(["varmland"]) { bench in
            try await bench.openLastYear(rows: 4)
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            try await bench.adopt(gateway, number: "SN 2022-0031", validFrom: "2023-01-01")
            let state = try await gateway.listState(gateway.year)
            let laid = try #require(state.proposal)
            let adoption = try #require(state.round.adoption)
            let minutes = try await gateway.minutes(of: laid, adoption: adoption, in: state.round, names: names)
            #expect(minutes.proposed == Minutes.Hand(by: "Anna Andersson (anna)", on: laid.at.day))
            // A person whom the settings do not know is named by the id.
            #expect(minutes.adopted == Minutes.Hand(by: "bo", on: adoption.at.day))
            let signers = Set(minutes.deviations.filter { $0.day != nil }.map(\.by))
            #expect(signers == ["Anna Andersson (anna)"])
            let proposed = try await gateway.minutes(of: laid, adoption: nil, in: state.round, names: names)
            #expect(proposed.proposed == minutes.proposed && proposed.adopted == nil)
        }
    }
}
