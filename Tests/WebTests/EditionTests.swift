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

    /// What happens to files of the archive that are not as they were published.
    @Suite struct DamageTests {
        @Test func `bytes that are not those published are not sent to their end`() async throws {
            let clock = try Clock(Site.morning)
            try await Site.run(clock: clock) {
                try await PublishedSite.publishTwice($0, clock)
            } _: { site in
                let kept = try #require(try await site.gateway.edition(site.gateway.year, number: 1))
                for ending in ["xml", "json"] {
                    let file = try #require(kept.files.first { $0.ending(in: kept.edition) == ending })
                    let path = site.gateway.archive.path(of: file.sha256)
                    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
                    bytes[bytes.count - 20] ^= 1
                    try FileManager.default.removeItem(atPath: path)
                    try Data(bytes).write(to: URL(filePath: path))
                    let reply = try await site.get("/v1/price-lists/2023/editions/1.\(ending)")
                    #expect(reply.body.count < file.length, "\(ending)")
                    try FileManager.default.removeItem(atPath: path)
                    #expect(try await site.get("/v1/price-lists/2023/editions/1.\(ending)").status == 500)
                }
            }
        }
    }

    /// Which edition a question about prices is answered from.
    @Suite struct TwoClockTests {
        private static let path = "/v1/price-lists/2023"

        @Test(arguments: [
            ("", 2), ("?validOn=2023-03-31", 1), ("?validOn=2023-04-01", 2),
            ("?validOn=2023-04-01&knownAt=2023-02-28T12:00:00Z", 1), ("?knownAt=2022-12-31T00:00:00Z", 1),
        ])
        func `the list is that of the edition in force, as it was known`(query: String, number: Int) async throws {
            let site = try Site.shared()
            let elsewhere = ["Via": "1.1 proxy"]
            let list = try await site.get(Self.path + query, elsewhere).json()
            #expect((list["edition"] as? [String: Any])?["number"] as? Int == number)
            #expect(list["state"] as? String == "published" && list["round"] == nil)
            let code = query.isEmpty ? "?code=901-VD1" : query + "&code=901-VD1"
            let page = try await site.get(Self.path + "/lines" + code, elsewhere)
            let line = try #require(try page.items().first)
            #expect(line["amount"] as? String == (number == 1 ? "8505.00" : "8605.00"))
            #expect(try page.json()["edition"] as? Int == number)
            let id = try #require(line["id"] as? String)
            let one = try await site.get("\(Self.path)/lines/\(id)\(query)", elsewhere)
            #expect(try one.json()["amount"] as? String == line["amount"] as? String)
            #expect(one["link"] == "<\(Self.path)/editions/\(number)>; rel=\"collection\"")
            #expect(one["cache-control"] == "no-cache")
        }

        @Test(arguments: [
            ("", 2, "2023-04-01", ["305.00", "206.00", "28.00"]),
            ("?validOn=2023-03-31", 1, "2023-01-01", ["206.00", "205.00", "28.00"]),
            ("?knownAt=2023-02-28T13:00:00%2B01:00", 1, "2023-01-01", ["206.00", "205.00", "28.00"]),
        ])
        func `comparison, findings and completeness are of the same edition as the lines, and say from when it holds`(
            query: String, number: Int, validFrom: String, changes: [String]
        ) async throws {
            let site = try Site.shared()
            let elsewhere = ["Via": "1.1 proxy"]
            let lines = try await site.get(Self.path + "/lines" + query, elsewhere)
            let id = try #require(try lines.items().first?["id"] as? String)
            for path in ["/lines", "/lines/\(id)", "/lines/\(id)/explanation", "/findings", "/completeness"] {
                let told = try await site.get(Self.path + path + query, elsewhere).json()
                #expect(told["edition"] as? Int == number, "\(path)")
                #expect(told["validFrom"] as? String == validFrom, "\(path)")
            }
            let compared = try await site.get(Self.path + "/differences" + query, elsewhere)
            let later = try #require(try compared.json()["later"] as? [String: Any])
            #expect(later["edition"] as? Int == number && later["validFrom"] as? String == validFrom)
            #expect(try compared.items().map { $0["change"] as? String } == changes)
        }

        @Test(arguments: ["/differences", "/findings", "/completeness"])
        func `where no edition was in force there is nothing to tell of it`(path: String) async throws {
            let site = try Site.shared()
            #expect(try await site.get(Self.path + path + "?validOn=2022-12-31").status == 404)
            #expect(try await site.get(Self.path + path + "?validOn=31/12").status == 400)
            let draft = try await site.get(Self.path + path + "?draft=true")
            #expect(draft.status == 200 && draft["cache-control"] == "private, no-cache")
            #expect(try await site.get(Self.path + path + "?draft=true", ["Via": "1.1 proxy"]).status == 403)
        }

        @Test(arguments: ["?validOn=2022-12-31", "?validOn=2023-03-01&knownAt=2022-11-01T00:00:00Z"])
        func `where no edition was in force there is none`(query: String) async throws {
            let site = try Site.shared()
            #expect(try await site.get(Self.path + query).status == 404)
            #expect(try await site.get(Self.path + "/lines" + query).status == 404)
        }

        @Test(arguments: [
            "validOn=2023-02-30", "knownAt=2023-02-28", "draft=yes", "draft=true&validOn=2023-03-01",
        ])
        func `a choice that will not do is refused by name`(query: String) async throws {
            let reply = try await Site.shared().get("\(Self.path)/lines?\(query)")
            #expect(reply.status == 400)
            #expect(try reply.json()["parameter"] as? String == String(query.prefix { $0 != "=" }))
        }

        @Test func `the explanation of an edition's line shows the text that was delivered then`() async throws {
            let site = try Site.shared()
            let lines = Self.path + "/lines"
            let id = try #require(try await site.get(lines + "?code=901-VD1").items().first?["id"] as? String)
            for (day, amount) in [("2023-02-01", "8505.00"), ("2023-05-01", "8605.00")] {
                let reply = try await site.get("\(lines)/\(id)/explanation?validOn=\(day)")
                let steps = try #require(try reply.json()["steps"] as? [[String: Any]])
                let inputs = try #require(steps.first?["inputs"] as? [[String: Any]])
                let text = (inputs.first?["excerpt"] as? [String: Any])?["text"] as? String
                #expect(text?.contains("<amount>\(amount)</amount>") == true)
            }
        }

        @Test func `the draft is still there for who asks from the server itself`() async throws {
            let site = try Site.shared()
            let draft = try await site.get(Self.path + "/lines?draft=true")
            #expect(draft.status == 200)
            #expect(try draft.json()["edition"] == nil)
            #expect(draft["cache-control"] == "private, no-cache")
            #expect(try await site.get(Self.path + "/lines?draft=true", ["Via": "1.1 proxy"]).status == 403)
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
