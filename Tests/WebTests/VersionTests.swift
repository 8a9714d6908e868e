import Federation
import Foundation
import Testing

extension OneSite {
    /// What a region has delivered, and its bytes.
    @Suite struct VersionTests {
        private static let path = "/v1/regions/uppsala/feeds/price-list/versions"

        private func fingerprints() async throws -> (good: String, spoiled: String) {
            let items = try await Site.shared().get(Self.path).items()
            let good = try #require(items.first { $0["isCurrent"] as? Bool == true })
            let spoiled = try #require(items.first { $0["isCurrent"] as? Bool == false })
            return (try #require(good["fingerprint"] as? String), try #require(spoiled["fingerprint"] as? String))
        }

        @Test func `every version is listed with its verdict, the current one first`() async throws {
            let reply = try await Site.shared().get(Self.path)
            let items = try reply.items()
            #expect(try reply.json()["total"] as? Int == 2)
            #expect(items.map { $0["verdict"] as? String } == ["accepted", "held"])
            #expect(items.first?["firstSeen"] as? String == "2022-11-15T09:00:00Z")
        }

        @Test func `versions come in pages`() async throws {
            let site = try Site.shared()
            let first = try await site.get(Self.path + "?limit=1")
            #expect(try first.items().count == 1)
            #expect(first["link"] == "<\(Self.path)?limit=1&page=2>; rel=\"next\"")
            let second = try await site.get(Self.path + "?limit=1&page=2")
            #expect(second["link"] == "<\(Self.path)?limit=1&page=1>; rel=\"prev\"")
        }

        @Test func `a report tells the findings in both languages`() async throws {
            let version = try await fingerprints().spoiled
            let report = try await Site.shared().get("\(Self.path)/\(version)/report").json()
            let findings = try #require(report["findings"] as? [[String: Any]])
            let finding = try #require(findings.first { $0["code"] as? String == "personal-number" })
            #expect((finding["sv"] as? [String: String])?["whatToDo"]?.isEmpty == false)
            #expect((finding["en"] as? [String: String])?["whatToDo"]?.isEmpty == false)
            #expect(report["verdict"] as? String == "held")
        }

        @Test func `raw bytes are those delivered, for downloading only`() async throws {
            let version = try await fingerprints().good
            let reply = try await Site.shared().get("\(Self.path)/\(version)/raw")
            #expect(reply.body == Array(try Data(contentsOf: URL(fileURLWithPath: Site.example))))
            #expect(reply["content-type"] == "application/octet-stream")
            #expect(reply["content-disposition"]?.hasPrefix("attachment; filename=\"uppsala-price-list-") == true)
            #expect(reply["x-content-type-options"] == "nosniff")
            let tag = try #require(reply["etag"])
            let again = try await Site.shared().get("\(Self.path)/\(version)/raw", ["If-None-Match": tag])
            #expect(again.status == 304)
        }

        @Test func `a version with a personal identity number is never given raw`() async throws {
            let version = try await fingerprints().spoiled
            let reply = try await Site.shared().get("\(Self.path)/\(version)/raw")
            #expect(reply.status == 403)
            #expect(try reply.json()["type"] as? String == "urn:samverkan:problem:personal-number")
            #expect(!reply.text.contains("1212"))
            let report = try await Site.shared().get("\(Self.path)/\(version)/report")
            #expect(!report.text.contains("19121212"))
        }

        @Test(arguments: ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
        func `raw bytes are not given through a proxy`(header: String) async throws {
            let version = try await fingerprints().good
            let reply = try await Site.shared().get("\(Self.path)/\(version)/raw", [header: "for=192.0.2.7"])
            #expect(reply.status == 403)
            #expect(try reply.json()["type"] as? String == "urn:samverkan:problem:local-only")
        }

        @Test func `a part that the version does not have is refused`() async throws {
            let version = try await fingerprints().good
            #expect(try await Site.shared().get("\(Self.path)/\(version)/raw?part=1").status == 400)
            #expect(try await Site.shared().get("\(Self.path)/\(version)/raw?part=0").status == 200)
        }

        @Test(arguments: [
            "/v1/regions/atlantis", "/v1/regions/uppsala/feeds/weather/versions", path + "/abc",
            path + "/" + String(repeating: "0", count: 64),
        ])
        func `what is not there is a problem`(path: String) async throws {
            #expect(try await Site.shared().get(path).status == 404)
        }
    }
}
