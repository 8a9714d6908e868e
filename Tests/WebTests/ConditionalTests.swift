import Federation
import Foundation
import Testing

extension OneSite {
    /// What is sent once, smaller, or not again.
    @Suite struct ConditionalTests {
        static let paths = ["/v1/status", "/v1/regions", "/v1/price-lists/2023/lines", "/openapi.json", "/"]

        @Test(arguments: paths)
        func `who has it already gets 304`(path: String) async throws {
            let site = try Site.shared()
            let first = try await site.get(path)
            let tag = try #require(first["etag"])
            #expect(!tag.hasPrefix("W/"))
            let second = try await site.get(path, ["If-None-Match": "\"other\", W/\(tag)"])
            #expect(second.status == 304)
            #expect(second.body.isEmpty)
            #expect(second["etag"] == tag)
            #expect(try await site.get(path, ["If-None-Match": "\"other\""]).status == 200)
        }

        @Test func `a large body is compressed for who accepts it, under a tag of its own`() async throws {
            let site = try Site.shared()
            let plain = try await site.get("/v1/regions/uppsala")
            let packed = try await site.get("/v1/regions/uppsala", ["Accept-Encoding": "br, gzip;q=0.5"])
            #expect(packed["content-encoding"] == "gzip")
            #expect(packed["vary"] == "Accept-Encoding")
            #expect(packed.body.count < plain.body.count)
            #expect(try packed.inflated() == plain.body)
            #expect(packed["etag"] != plain["etag"])
            let again = try await site.get(
                "/v1/regions/uppsala",
                ["Accept-Encoding": "gzip", "If-None-Match": try #require(packed["etag"])])
            #expect(again.status == 304)
        }

        @Test(arguments: ["", "identity", "gzip;q=0"])
        func `nothing is compressed for who does not accept it`(accepted: String) async throws {
            let reply = try await Site.shared().get("/v1/regions/uppsala", ["Accept-Encoding": accepted])
            #expect(reply["content-encoding"] == nil)
        }

        @Test func `a small body is sent as it is`() async throws {
            let reply = try await Site.shared().get("/v1/api-info", ["Accept-Encoding": "gzip"])
            #expect(reply["content-encoding"] == nil)
        }

        @Test(arguments: [
            "/v1/status", "/v1/regions/uppsala", "/v1/price-lists/2023", "/v1/price-lists/2023/lines?limit=1000",
            "/v1/plans/verksamhetsplan-2021-2024/matrix", "/v1/nothing",
        ])
        func `keys come in order`(path: String) async throws {
            let reply = try await Site.shared().get(path)
            let sorted = try JSONSerialization.data(
                withJSONObject: try reply.json(), options: [.sortedKeys, .withoutEscapingSlashes])
            #expect(reply.text == String(decoding: sorted, as: UTF8.self))
        }
    }
}
