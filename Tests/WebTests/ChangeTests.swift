import Federation
import Foundation
import Pipeline
import Testing

/// What happens when something changes under a running server.
@Suite struct ChangeTests {
    @Test func `a newer build is served without a restart`() async throws {
        try await Site.run { site in
            let path = "/v1/price-lists/2023/lines?code=301-LB1"
            let before = try await site.get(path)
            try await hand(in: { $0.replacing("3206.00", with: "3300.00") }, to: site)
            let stale = try await site.get("/prislistor/2023").text
            #expect(stale.contains("Underlaget har ändrats sedan utkastet byggdes."))
            _ = try await site.gateway.build(site.gateway.year, useLastGood: false)
            #expect(try await !site.get("/prislistor/2023").text.contains("Underlaget har ändrats"))
            let after = try await site.get(path, ["If-None-Match": try #require(before["etag"])])
            #expect(after.status == 200)
            #expect(try after.items().first?["amount"] as? String == "3300.00")
        }
    }

    @Test func `without any build there is no list, and the page says what to do`() async throws {
        try await Site.run(prepare: { _ in }) { site in
            let reply = try await site.get("/v1/price-lists/2023")
            #expect(reply.status == 404)
            #expect(reply.text.contains("samverkan build 2023"))
            #expect(try await site.get("/v1/price-lists").items().isEmpty)
            #expect(try await site.get("/").status == 200)
        }
    }

    /// Hands in the example with a change.
    @discardableResult
    private func hand(in change: (String) -> String, to site: Site) async throws -> Fingerprint {
        let file = site.folder + "/delivery.xml"
        let delivery = try String(contentsOfFile: Site.example, encoding: .utf8)
        try change(delivery).write(toFile: file, atomically: true, encoding: .utf8)
        let uppsala = try #require(RegionSlug("uppsala"))
        return try await site.gateway.submit(files: [file], region: uppsala, kind: .priceList).version.fingerprint
    }
}
