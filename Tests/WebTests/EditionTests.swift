import Federation
import Foundation
import Testing

@testable import Web

extension Published {
    /// Published editions and their files.
    @Suite struct EditionTests {
        private static let path = "/v1/price-lists/2023/editions"
        private static let elsewhere = ["X-Forwarded-For": "192.0.2.7"]

        @Test func `editions are open to all, with their decisions and what has taken their place`() async throws {
            let items = try await Site.shared().get(Self.path, Self.elsewhere).items()
            #expect(items.map { $0["number"] as? Int } == [1, 2])
            #expect((items[0]["decision"] as? [String: String])?["number"] == "SN 2022-0031")
            let later = try #require((items[0]["supersededBy"] as? [[String: Any]])?.first)
            #expect(later["number"] as? Int == 2 && later["from"] as? String == "2023-04-01")
            #expect((items[0]["inForce"] as? [[String: String]]) == [["from": "2023-01-01", "to": "2023-03-31"]])
            #expect(items[1]["corrects"] as? Int == 1 && (items[1]["supersededBy"] as? [Any])?.isEmpty == true)
        }

        @Test func `before the correction was published nobody knew of it`() async throws {
            let items = try await Site.shared().get(Self.path + "?knownAt=2023-02-28T00:00:00Z").items()
            #expect(items.map { $0["number"] as? Int } == [1])
            #expect((items[0]["supersededBy"] as? [Any])?.isEmpty == true)
        }

        @Test(arguments: [
            "json", "xml", "csv", "excel.csv", "html", "xlsx", "manifest.json", "signatures.json",
        ])
        func `every file is the bytes that were published, for good`(ending: String) async throws {
            let site = try Site.shared()
            let kept = try #require(try await site.gateway.edition(site.gateway.year, number: 1))
            let file = try #require(kept.files.first { $0.ending(in: kept.edition) == ending })
            let reply = try await site.get("\(Self.path)/1.\(ending)", Self.elsewhere)
            #expect(reply.status == 200)
            #expect(Fingerprint(of: reply.body) == file.sha256)
            #expect(reply["etag"] == "\"\(file.sha256.hex)\"")
            #expect(reply["content-type"] == file.mediaType)
            #expect(reply["cache-control"] == "public, max-age=31536000, immutable")
            #expect(reply["content-disposition"]?.hasSuffix("filename=\"\(file.name)\"") == true)
            let again = try await site.get("\(Self.path)/1.\(ending)", ["If-None-Match": try #require(reply["etag"])])
            #expect(again.status == 304 && again.body.isEmpty)
        }

        @Test func `a file is compressed on the way under a tag of its own`() async throws {
            let site = try Site.shared()
            let plain = try await site.get(Self.path + "/2.xml")
            let packed = try await site.get(Self.path + "/2.xml", ["Accept-Encoding": "gzip"])
            #expect(packed["content-encoding"] == "gzip" && packed["etag"] != plain["etag"])
            #expect(packed["vary"] == "Accept-Encoding")
            #expect(try packed.unchunked().inflated() == plain.body)
            let workbook = try await site.get(Self.path + "/2.xlsx", ["Accept-Encoding": "gzip"])
            #expect(workbook["content-encoding"] == nil)
        }

        @Test func `what surrounds an edition leads to those before and after`() async throws {
            let site = try Site.shared()
            for path in ["/1", "/1.json", "/1.html"] {
                let link = try #require(try await site.get(Self.path + path)["link"])
                #expect(link.contains("<\(Self.path)/2>; rel=\"successor-version\""))
                #expect(link.contains("<\(Self.path)/2>; rel=\"latest-version\""))
            }
            let second = try #require(try await site.get(Self.path + "/2")["link"])
            #expect(second.contains("<\(Self.path)/1>; rel=\"predecessor-version\""))
            #expect(!second.contains("successor-version"))
        }

        @Test(arguments: ["/3", "/0", "/01", "/1.pdf", "/1.", "/one", "/1.json.gz"])
        func `an edition or file that does not exist is not found`(path: String) async throws {
            #expect(try await Site.shared().get(Self.path + path).status == 404)
        }

        @Test func `the keys are listed for who wants to prove the signer`() async throws {
            let site = try Site.shared()
            let key = try #require(try await site.get("/v1/keys", Self.elsewhere).items().first)
            let signatures = try await site.get(Self.path + "/1.signatures.json")
            #expect(signatures.text.contains(try #require(key["id"] as? String)))
            #expect((key["publicKey"] as? String)?.count == 64 && key["state"] as? String == "inUse")
        }
    }

    /// What is delivered after a list is published.
    @Suite struct NewerDeliveryTests {
        @Test func `a delivery newer than the edition is told, with what to do, on the server itself`() async throws {
            let clock = try Clock(Site.morning)
            try await Site.run(clock: clock) {
                try await PublishedSite.publishTwice($0, clock)
            } _: { site in
                let told = "Nyare leverans från Region Uppsala än utgåva 2. Är utgåvan fel rättas den"
                #expect(try await !site.get("/prislistor/2023").text.contains("Nyare leverans"))
                let region = try #require(RegionSlug("uppsala"))
                _ = try await site.gateway.submit(files: [Site.example], region: region, kind: .priceList)
                #expect(try await site.get("/prislistor/2023").text.contains(told))
                #expect(try await !site.get("/prislistor/2023", ["Via": "1.1 proxy"]).text.contains("Nyare leverans"))
                let list = try #require(try await site.get("/v1/status").json()["list"] as? [String: Any])
                #expect(list["stage"] as? String == "published")
                #expect(list["newerDeliveries"] as? [String] == ["uppsala"])
            }
        }
    }

    /// Keys after one was lost.
    @Suite struct LostKeyTests {
        @Test func `a key that was given up is told with the decision and the reason`() async throws {
            try await Site.run { gateway in
                for decision in [
                    nil,
                    KeyDecision(
                        number: "SN 2022-0040", paragraph: "5", day: try #require(Day("2022-11-14")),
                        reason: "Disken gick sönder"),
                ] {
                    let file = FileManager.default.temporaryDirectory.path + "/web-key-\(UUID().uuidString)"
                    defer { try? FileManager.default.removeItem(atPath: file) }
                    _ = try await gateway.makeKey(
                        file: file, outside: "/nowhere", by: "anna", givingUpPrevious: decision)
                }
            } _: { site in
                let keys = try await site.get("/v1/keys", ["Via": "1.1 proxy"]).items()
                #expect(keys.map { $0["state"] as? String } == ["givenUp", "inUse"])
                #expect(
                    keys[0]["givenUp"] as? [String: String] == [
                        "number": "SN 2022-0040", "paragraph": "5", "date": "2022-11-14",
                        "reason": "Disken gick sönder",
                    ])
                #expect(keys[0]["retired"] as? String == keys[1]["from"] as? String && keys[1]["givenUp"] == nil)
            }
        }
    }
}

extension Reply {
    /// The reply with its chunks put together.
    func unchunked() throws -> Reply {
        guard self["transfer-encoding"] == "chunked" else { return self }
        var rest = body[...]
        var whole: [UInt8] = []
        while let end = rest.firstRange(of: Array("\r\n".utf8)) {
            let size = try #require(Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16))
            whole += rest[end.upperBound..<end.upperBound + size]
            rest = rest[(end.upperBound + size + 2)...]
        }
        return Reply(status: status, headers: headers, body: whole)
    }
}
