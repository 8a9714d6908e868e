import Federation
import Foundation
import Reading
import Testing

/// What of a delivery is not for everybody, or for nobody.
@Suite struct WithheldTests {
    private static let path = "/v1/regions/uppsala/feeds/price-list/versions"
    private static let elsewhere = ["X-Forwarded-For": "192.0.2.7"]

    /// Hands in bytes as Uppsala's prices; gives the version's fingerprint.
    private func handIn(_ bytes: Data, to site: Site) async throws -> String {
        let file = site.folder + "/delivery.xml"
        try bytes.write(to: URL(filePath: file))
        let uppsala = try #require(RegionSlug("uppsala"))
        return try await site.gateway.submit(files: [file], region: uppsala, kind: .priceList).version.fingerprint.hex
    }

    @Test func `what a delivery says in its own words is told on the server itself only, and so it is said`()
        async throws
    {
        try await Site.run(prepare: { _ in }) { site in
            let delivery = try String(contentsOfFile: Site.example, encoding: .utf8)
                .replacing("3206.00", with: "tretusen")
            let version = try await handIn(Data(delivery.utf8), to: site)
            let report = "\(Self.path)/\(version)/report"
            let local = try await site.get(report)
            let remote = try await site.get(report, Self.elsewhere)
            #expect(local.text.contains("tretusen") && !remote.text.contains("tretusen"))
            #expect(local["cache-control"] == "private, no-cache" && remote["cache-control"] == "no-cache")
            #expect(try local.json()["withheld"] == nil)
            #expect(try (remote.json()["withheld"] as? [String: String])?.keys.sorted() == ["en", "sv"])
            let told = { (reply: Reply) in
                try #require(try reply.json()["findings"] as? [[String: Any]]).map { finding in
                    let place = finding["place"] as? [String: Any]
                    return "\(finding["code"] ?? "") \(place?["line"] ?? "") \(place?["column"] ?? "")"
                }
            }
            #expect(try told(local) == told(remote))
            #expect(remote.text.contains("”…” är inget belopp"))
            #expect(try await site.get("/").text.contains("tretusen"))
            let page = try await site.get("/", Self.elsewhere).text
            #expect(!page.contains("tretusen") && page.contains("visas bara för den som frågar från servern själv"))
        }
    }

    @Test(arguments: [
        ("PK\u{3}\u{4}rest of an archive", 409), ("%PDF-1.7 rest", 409), ("\0\0rest", 409),
        ("<html>Stängt</html>", 200),
    ])
    func `bytes that could not be looked into are not given out`(content: String, status: Int) async throws {
        try await Site.run(prepare: { _ in }) { site in
            let version = try await handIn(Data(content.utf8), to: site)
            #expect(try await site.get("\(Self.path)/\(version)").json()["verdict"] as? String == "refused")
            let reply = try await site.get("\(Self.path)/\(version)/raw")
            #expect(reply.status == status)
            guard status == 409 else { return }
            #expect(reply["content-type"] == "application/problem+json" && !reply.text.contains("rest"))
        }
    }

    @Test func `a file compressed once is looked into, and one compressed twice is not given out`() async throws {
        try await Site.run(prepare: { _ in }) { site in
            let delivery = Array(try Data(contentsOf: URL(filePath: Site.example)))
            let once = try Deflation.gzip(delivery)
            for (bytes, status) in [(once, 200), (try Deflation.gzip(once), 409)] {
                let version = try await handIn(Data(bytes), to: site)
                #expect(try await site.get("\(Self.path)/\(version)/raw").status == status)
            }
        }
    }
}
