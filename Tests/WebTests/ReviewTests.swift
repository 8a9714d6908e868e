import Foundation
import Testing

extension Published {
    /// What is known about a list beside its lines.
    @Suite struct ReviewTests {
        private static let path = "/v1/price-lists/2023"
        private static let elsewhere = ["Via": "1.1 proxy"]

        @Test func `the findings on an edition are those that the committee had before it, with reasons`() async throws
        {
            let reply = try await Site.shared().get(Self.path + "/findings?limit=1000", Self.elsewhere)
            let items = try reply.items()
            #expect(try reply.json()["edition"] as? Int == 2)
            #expect(!items.isEmpty)
            let acknowledged = items.filter { $0["state"] as? String == "acknowledged" }
            #expect(!acknowledged.isEmpty)
            for item in acknowledged {
                #expect((item["acknowledged"] as? [String: String])?["reason"] == "Stämt av med regionen")
                #expect((item["words"] as? [String: String])?["en"]?.isEmpty == false)
            }
            let open = try await Site.shared().get(Self.path + "/findings?state=open&limit=1000").items()
            #expect(open.count == items.count - acknowledged.count)
        }

        @Test func `completeness tells what was priced of what there is, and holds`() async throws {
            let site = try Site.shared()
            for query in ["", "?draft=true"] {
                let whole = try await site.get(Self.path + "/completeness" + query).json()
                #expect(whole["holds"] as? Bool == true && whole["gaps"] as? Int == 0)
                #expect(whole["basis"] as? String == (query.isEmpty ? "edition" : "input"))
                let weights = try #require((whole["weightLists"] as? [[String: Any]])?.first)
                let unpriced = try #require(weights["unpriced"] as? [Any]).count
                #expect(weights["groups"] as? Int == (weights["priced"] as? Int ?? 0) + unpriced)
                #expect((whole["regions"] as? [Any])?.count == 7)
            }
            #expect(try await site.get(Self.path + "/completeness", Self.elsewhere).status == 200)
            #expect(try await site.get(Self.path + "/completeness?draft=true", Self.elsewhere).status == 403)
        }

        @Test func `what is counted anew and what the edition tells by itself are the same`() async throws {
            let site = try Site.shared()
            let counted = try await site.get(Self.path + "/completeness?draft=true").json()
            let told = try await site.get(Self.path + "/completeness").json()
            #expect(
                NSArray(array: counted["weightLists"] as? [Any] ?? [])
                    == NSArray(array: told["weightLists"] as? [Any] ?? [1]))
        }

        @Test(arguments: ["acknowledgements", "proposals", "returns", "adoptions", "publications", "corrections"])
        func `an act over HTTP asks for an account`(act: String) async throws {
            let site = try Site.shared()
            let reply = try await site.post("\(Self.path)/\(act)", "{}")
            #expect(reply.status == 401)
            #expect(reply["www-authenticate"]?.hasPrefix("Bearer") == true)
            #expect(try await site.get("\(Self.path)/\(act)", method: "PUT").status == 405)
        }

        @Test func `the list is compared with last year's, the greatest change first`() async throws {
            let reply = try await Site.shared().get(Self.path + "/differences?from=2022", Self.elsewhere)
            let whole = try reply.json()
            #expect((whole["earlier"] as? [String: Any])?["year"] as? Int == 2022)
            #expect((whole["later"] as? [String: Any])?["edition"] as? Int == 2)
            let changed = try reply.items()
            #expect(changed.map { $0["change"] as? String } == ["305.00", "206.00", "28.00"])
            #expect(changed.map { $0["percent"] as? String } == ["3.7", "6.9", "2.8"])
            #expect((changed[0]["later"] as? [String: Any])?["code"] as? String == "901-VD1")
            let counts = try #require(whole["counts"] as? [String: Any])
            #expect(counts["raised"] as? Int == 3 && counts["earlierSum"] as? String == "12300.00")
            let page = try await Site.shared().get(Self.path + "/differences?limit=2&page=2")
            #expect(try page.items().count == 1 && page["link"]?.contains("rel=\"prev\"") == true)
            let new = try await Site.shared().get(Self.path + "/differences?lines=gone").json()
            #expect(new["total"] as? Int == 0 && new["lines"] as? String == "gone")
        }

        @Test(arguments: [
            "fromEdition=1&toEdition=2", "fromEdition=1", "from=2023&fromEdition=1&validOn=2023-04-01",
        ])
        func `two editions of a year are compared, by anybody`(query: String) async throws {
            let reply = try await Site.shared().get("\(Self.path)/differences?\(query)", Self.elsewhere)
            #expect(reply.status == 200)
            let whole = try reply.json()
            #expect((whole["earlier"] as? [String: Any])?["edition"] as? Int == 1)
            #expect((whole["later"] as? [String: Any])?["edition"] as? Int == 2)
            #expect(try reply.items().map { $0["change"] as? String } == ["100.00"])
            let back = try await Site.shared().get("\(Self.path)/differences?fromEdition=2&toEdition=1")
            #expect(try back.items().map { $0["change"] as? String } == ["-100.00"])
        }

        @Test func `the draft is compared with the edition that it corrects, on the server itself`() async throws {
            let site = try Site.shared()
            let path = Self.path + "/differences?fromEdition=1&draft=true"
            let whole = try await site.get(path)
            #expect((try whole.json()["earlier"] as? [String: Any])?["edition"] as? Int == 1)
            #expect((try whole.json()["later"] as? [String: Any])?["edition"] == nil)
            #expect(try whole.items().count == 1)
            #expect(try await site.get(path, Self.elsewhere).status == 403)
        }

        @Test(arguments: [
            "fromEdition=9", "toEdition=9", "from=2022&fromEdition=1", "fromEdition=2&knownAt=2023-02-28T12:00:00Z",
        ])
        func `an edition that is not there, or was not yet, is not compared`(query: String) async throws {
            #expect(try await Site.shared().get("\(Self.path)/differences?\(query)", Self.elsewhere).status == 404)
        }

        @Test(arguments: [
            "from=2023", "from=x", "lines=all", "limit=0", "fromEdition=0", "toEdition=x", "toEdition=1&draft=true",
            "toEdition=1&validOn=2023-04-01",
        ])
        func `a comparison that cannot be is refused by name`(query: String) async throws {
            let reply = try await Site.shared().get("\(Self.path)/differences?\(query)")
            #expect(reply.status == 400)
            #expect(try reply.json()["parameter"] as? String == String(query.prefix { $0 != "=" }))
        }

        @Test func `a year without a list is not compared`() async throws {
            let site = try Site.shared()
            #expect(try await site.get(Self.path + "/differences?from=2020").status == 404)
            #expect(try await site.get(Self.path + "/differences?from=2020", Self.elsewhere).status == 403)
        }
    }

    /// The pages about a published list.
    @Suite struct ListPageTests {
        private static let path = "/prislistor/2023"
        private static let elsewhere = ["Via": "1.1 proxy"]

        @Test func `the list's page tells of every edition, its decision and its files, and what is superseded`()
            async throws
        {
            let page = try await Site.shared().get(Self.path, Self.elsewhere).text
            #expect(page.contains("Utgåva 1 gäller 2023-01-01 – 2023-03-31. Utgåva 2 gäller 2023-04-01 – 2023-12-31."))
            #expect(page.contains("Ersatt av utgåva 2 från 2023-04-01."))
            #expect(page.contains("SN 2022-0031 § 47, 2022-12-02") && page.contains("Fel pris på vårddag"))
            for ending in ["json", "xlsx", "signatures.json"] {
                #expect(page.contains("href=\"/v1/price-lists/2023/editions/1.\(ending)\""))
            }
            let english = try await Site.shared().get(Self.path + "?lang=en").text
            #expect(english.contains("Superseded by edition 2 from 2023-04-01."))
        }

        @Test func `an edition is read under a line that says what it is, its own bytes unchanged`() async throws {
            let site = try Site.shared()
            let first = try await site.get(Self.path + "/utgavor/1", Self.elsewhere)
            #expect(first.text.contains("Ersatt av utgåva 2 från 2023-04-01."))
            #expect(first["content-length"] == String(first.body.count))
            #expect(first["content-security-policy"]?.contains("style-src 'sha256-") == true)
            let published = try await site.get("/v1/price-lists/2023/editions/1.html").text
            #expect(!published.contains("Ersatt av utgåva"))
            let second = try await site.get(Self.path + "/utgavor/2").text
            #expect(second.contains("Utgåva 2, beslutad 2023-03-01") && !second.contains("Ersatt av"))
            #expect(try await site.get(Self.path + "/utgavor/3").status == 404)
        }

        @Test func `the draft leads to what it changes of the edition published last`() async throws {
            let site = try Site.shared()
            let draft = try await site.get(Self.path + "/utkast").text
            #expect(draft.contains("href=\"/prislistor/2023/jamforelse?fromEdition=2&amp;draft=true\""))
            #expect(draft.contains("Jämför med utgåva 2"))
            let page = try await site.get(Self.path + "/jamforelse?fromEdition=2&draft=true")
            #expect(page.text.contains("Prislista 2023, utkast mot 2023, utgåva 2"))
            let far = try await site.get(Self.path + "/jamforelse?fromEdition=2&draft=true", Self.elsewhere)
            #expect(far.status == 403)
        }

        @Test func `the findings are told with who let the list stand with each and why`() async throws {
            let page = try await Site.shared().get(Self.path + "/anmarkningar", Self.elsewhere).text
            #expect(page.contains("av anna: Stämt av med regionen"))
            #expect(page.contains("Som nämnden hade dem framför sig"))
            #expect(page.contains("index-without-date · listan · f-"))
            #expect(page.contains("weights-made-up · viktlista synthetic-2023-clinic · f-"))
        }

        @Test func `the comparison is told in words, by region and line by line`() async throws {
            let page = try await Site.shared().get(Self.path + "/jamforelse", Self.elsewhere).text
            #expect(page.contains("2022, utgåva 1 → 2023, utgåva 2. 3 rader ändrade"))
            #expect(page.contains("Region Uppsala") && page.contains("Vårddag, vuxenpsykiatri"))
            let editions = try await Site.shared().get(
                Self.path + "/jamforelse?fromEdition=1&toEdition=2", Self.elsewhere
            ).text
            #expect(editions.contains("Prislista 2023, utgåva 2 mot 2023, utgåva 1"))
            let english = try await Site.shared().get(Self.path + "/jamforelse?lang=en").text
            #expect(english.contains("3 lines changed") && english.contains("Changed lines"))
        }

        @Test func `the front page leads everybody to a published list, and to nothing else`() async throws {
            let page = try await Site.shared().get("/", Self.elsewhere).text
            #expect(page.contains("href=\"/prislistor/2023\""))
            #expect(try await Site.shared().get(Self.path + "/utkast", Self.elsewhere).status == 403)
        }
    }
}
