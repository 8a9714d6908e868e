import Federation
import Foundation
import Testing

extension OneSite {
    /// The draft as a whole.
    @Suite struct PriceListTests {
        @Test func `the lists are named with their fingerprints`() async throws {
            let site = try Site.shared()
            let items = try await site.get("/v1/price-lists").items()
            let record = try #require(try await site.gateway.store.lastBuilt(site.gateway.year))
            #expect(items.map { $0["year"] as? Int } == [2023])
            #expect(items.first?["fingerprint"] as? String == record.fingerprint.hex)
            #expect(items.first?["state"] as? String == "draft")
        }

        @Test func `a list tells its rules, what it is made of and what is missing`() async throws {
            let list = try await Site.shared().get("/v1/price-lists/2023").json()
            #expect(list["complete"] as? Bool == false)
            #expect((list["missing"] as? [Any])?.isEmpty == false)
            #expect((list["submissions"] as? [Any])?.count == 1)
            #expect((list["model"] as? [String: Any])?["purpose"] as? String == "regional")
        }

        @Test(arguments: ["json", "xml", "csv", "excel.csv", "html"])
        func `a file of the draft is byte for byte what the list is written as`(suffix: String) async throws {
            let site = try Site.shared()
            let built = try #require(try await site.gateway.lastBuilt(site.gateway.year))
            let written = try #require(try built.document.renderings().first { $0.suffix == suffix })
            let path = "/v1/price-lists/2023/draft/prislista-2023.\(suffix)"
            let reply = try await site.get(path)
            #expect(reply.body == written.bytes)
            #expect(reply["content-type"] == written.mediaType)
            #expect(try await site.get(path, ["Accept-Encoding": "gzip"]).inflated() == written.bytes)
        }

        @Test(arguments: [
            "/v1/price-lists/2023", "/v1/price-lists/2023/lines", "/v1/price-lists/2023/draft/prislista-2023.json",
            "/prislistor/2023",
        ])
        func `a draft is not shown through a proxy`(path: String) async throws {
            #expect(try await Site.shared().get(path, ["X-Forwarded-For": "192.0.2.7"]).status == 403)
        }

        @Test(arguments: [
            "/v1/price-lists/2022", "/v1/price-lists/23", "/v1/price-lists/2023/draft/prislista-2023.pdf",
        ])
        func `a year or file without a draft is not found`(path: String) async throws {
            #expect(try await Site.shared().get(path).status == 404)
        }
    }
}
