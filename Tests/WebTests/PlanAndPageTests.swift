import Federation
import Foundation
import Testing

extension OneSite {
    /// Plans, goals, status and the pages for people.
    @Suite struct PlanAndPageTests {
        private static let plan = "/v1/plans/verksamhetsplan-2021-2024"

        @Test func `the matrix shows the newest round unless another is asked for`() async throws {
            let site = try Site.shared()
            let newest = try await site.get(Self.plan + "/matrix").json()
            #expect(newest["round"] as? String == "2022-T2")
            #expect((newest["rows"] as? [Any])?.count == 14)
            let earlier = try await site.get(Self.plan + "/matrix?round=2022-T1").json()
            #expect(earlier["round"] as? String == "2022-T1")
            #expect(try await site.get(Self.plan + "/matrix?round=2022-T3").status == 400)
            #expect(try await site.get("/v1/plans/other/goals").status == 404)
        }

        @Test func `a goal without a report has no status`() async throws {
            let matrix = try await Site.shared().get(Self.plan + "/matrix").json()
            let rows = try #require(matrix["rows"] as? [[String: Any]])
            let cells = try #require(rows.first?["cells"] as? [[String: Any]])
            let dalarna = try #require(cells.first { $0["region"] as? String == "dalarna" })
            #expect(dalarna["status"] == nil)
            #expect((dalarna["words"] as? [String: String])?["sv"] == "ej rapporterat")
        }

        @Test func `the status names who has not delivered and what is missing`() async throws {
            let status = try await Site.shared().get("/v1/status").json()
            let list = try #require(status["list"] as? [String: Any])
            #expect(list["stage"] as? String == "draft" && (list["newerDeliveries"] as? [Any])?.isEmpty == true)
            #expect(try await Site.shared().get("/v1/status", ["Via": "1.1 proxy"]).json()["list"] == nil)
            #expect(status["complete"] as? Bool == false)
            let feeds = try #require(status["feeds"] as? [[String: Any]])
            let uppsala = try #require(
                feeds.first { $0["region"] as? String == "uppsala" && $0["kind"] as? String == "price-list" })
            #expect(uppsala["verdict"] as? String == "accepted")
            let absences = try #require(status["absences"] as? [[String: Any]])
            #expect(
                absences.contains {
                    $0["region"] as? String == "dalarna" && $0["reason"] as? String == "never-delivered"
                })
        }

        @Test func `the front page tells people what is missing and leads on`() async throws {
            let page = try await Site.shared().get("/")
            #expect(page["content-type"] == "text/html; charset=utf-8")
            #expect(page.text.contains("<html lang=\"sv\">"))
            #expect(page.text.contains("Underlaget är inte komplett."))
            #expect(page.text.contains("Region Dalarna: Inte levererat"))
            #expect(page.text.contains("href=\"/prislistor/2023\""))
            let proxied = try await Site.shared().get("/", ["Via": "1.1 proxy"])
            #expect(!proxied.text.contains("href=\"/prislistor/2023\""))
        }

        @Test(arguments: ["/", "/prislistor/2023", "/planer/verksamhetsplan-2021-2024"])
        func `a page may use its own style and script and nothing else`(path: String) async throws {
            let page = try await Site.shared().get(path)
            let policy = try #require(page["content-security-policy"])
            #expect(policy.contains("style-src 'sha256-"))
            #expect(policy.contains("script-src") == page.text.contains("<script>"))
            #expect(!policy.contains("unsafe-inline"))
            #expect(!page.text.contains(" style=\""))
        }

        @Test func `goals are shown by word as well as by sign`() async throws {
            let page = try await Site.shared().get("/planer/verksamhetsplan-2021-2024?round=2022-T2").text
            #expect(page.contains("△</span>risk för avvikelse 40"))
            // On a narrow screen each cell says whose it is.
            #expect(page.contains("<td data-h=\"Region Dalarna\">"))
            #expect(page.contains("ej rapporterat"))
            #expect(page.contains("aria-current=\"page\">2022-T2"))
        }

        @Test(arguments: ["/", "/planer/verksamhetsplan-2021-2024", "/prislistor/2023"])
        func `a page speaks the language that is wanted, and leads to the other`(path: String) async throws {
            let site = try Site.shared()
            let swedish = try await site.get(path)
            #expect(swedish["content-language"] == "sv")
            #expect(swedish["vary"] == "Accept-Encoding, Accept-Language")
            #expect(swedish.text.contains("href=\"\(path)?lang=en\">In English"))
            let english = try await site.get(path, ["Accept-Language": "en-GB, sv;q=0.5"])
            #expect(english["content-language"] == "en")
            #expect(english.text.contains("href=\"\(path)?lang=sv\">På svenska"))
            #expect(english["etag"] != swedish["etag"])
            // What the person chose goes before what the browser says, and stays chosen.
            let chosen = try await site.get(path + "?lang=sv", ["Accept-Language": "en"])
            #expect(chosen["content-language"] == "sv")
            #expect(chosen.text.contains("href=\"/?lang=sv\""))
            #expect(try await site.get(path + "?lang=de").status == 400)
        }

        @Test func `the pages in English have no Swedish headings`() async throws {
            let site = try Site.shared()
            let status = try await site.get("/?lang=en").text
            #expect(status.contains("<html lang=\"en\">") && status.contains("The deliveries are not complete."))
            #expect(status.contains("Region Dalarna: Not delivered") && status.contains(">Infos</th>"))
            let goals = try await site.get("/planer/verksamhetsplan-2021-2024?lang=en&round=2022-T2").text
            #expect(
                goals.contains("Reporting round 2022-T2") && goals.contains("at risk") && goals.contains("not reported")
            )
            #expect(goals.contains("?round=2022-T1&amp;lang=en"))
            for word in ["Saknas", "Utfall", "Varningar", "Rapportomgång", "enligt plan", "Hoppa"] {
                #expect(!status.contains(word) && !goals.contains(word), "\(word)")
            }
        }

        @Test func `a draft tells when it was built, over its own page`() async throws {
            let site = try Site.shared()
            let page = try await site.get("/prislistor/2023/utkast").text
            #expect(page.contains("Utkastet byggdes 2022-11-15 09:00 UTC."))
            #expect(!page.contains("Underlaget har ändrats"))
            let file = try await site.get("/v1/price-lists/2023/draft/prislista-2023.html").text
            #expect(!file.contains("Utkastet byggdes"))
        }

        @Test(arguments: ["/health/live", "/health/ready"])
        func `the server says that it lives and can work`(path: String) async throws {
            let reply = try await Site.shared().get(path)
            #expect(reply.status == 200)
            #expect(reply["cache-control"] == "no-store")
        }
    }
}
