import Federation
import Pipeline
import Testing

@testable import Web

/// The work on a list that is not published, as it is told on the server itself.
@Suite struct RoundTests {
    /// Proposes, adopts by a mistyped decision, and takes that back.
    private static func takeBack(_ gateway: Gateway) async throws {
        let persons: Set = ["anna", "bo"]
        let blocking = try await gateway.review(gateway.year, useLastGood: false).blocking
        _ = try await gateway.acknowledge(
            blocking.map(\.id.description), year: gateway.year, by: "anna", reason: "Stämt av med regionen")
        _ = try await gateway.propose(gateway.year, useLastGood: false, by: "anna", persons: persons)
        let decision = ListDecision(
            number: "SN 2022-0013", paragraph: "47", day: gateway.now().day,
            validFrom: try #require(Day("2023-01-01")))
        try await gateway.adopt(gateway.year, decision: decision, despiteNewer: false, by: "bo", persons: persons)
        try await gateway.giveBack(gateway.year, reason: "Fel diarienummer", by: "anna", persons: persons)
    }

    @Test func `an adoption that was taken back stands with its proposal, in the API and on the list's page`()
        async throws
    {
        let prepare = { (gateway: Gateway) in
            try await Site.deliverAndBuild(gateway)
            try await Self.takeBack(gateway)
        }
        try await Site.run(prepare: prepare) { site in
            let list = try await site.get("/v1/price-lists/2023").json()
            let round = try #require(list["round"] as? [String: Any])
            #expect(round["stage"] as? String == "draft" && round["adoption"] == nil)
            let returned = try #require(round["proposals"] as? [[String: Any]]).first?["returned"] as? [String: Any]
            let adoption = returned?["adoption"] as? [String: Any]
            #expect((adoption?["decision"] as? [String: Any])?["number"] as? String == "SN 2022-0013")
            let page = try await site.get("/prislistor/2023").text
            #expect(page.contains(/Infört som fastställt [^.]+ av bo: SN 2022-0013 § 47, 2022-11-15\. Återlämnat/))
        }
    }
}
