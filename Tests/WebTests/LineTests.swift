import Federation
import Foundation
import Testing

extension OneSite {
    /// The lines, one by one and many at a time.
    @Suite struct LineTests {
        private static let path = "/v1/price-lists/2023/lines"

        private func total(_ query: String) async throws -> Int {
            let reply = try await Site.shared().get("\(Self.path)?\(query)")
            return try #require(try reply.json()["total"] as? Int)
        }

        @Test func `lines come twenty at a time with links to what is beside`() async throws {
            let site = try Site.shared()
            let first = try await site.get(Self.path)
            let second = try await site.get(Self.path + "?page=2&section=drg")
            #expect(try first.items().count == 20)
            #expect(try first.json()["limit"] as? Int == 20)
            #expect(first["link"] == "<\(Self.path)?page=2>; rel=\"next\"")
            #expect(
                second["link"]
                    == "<\(Self.path)?section=drg&page=1>; rel=\"prev\", <\(Self.path)?section=drg&page=3>; rel=\"next\""
            )
        }

        @Test func `the pages together are the whole list, each line once`() async throws {
            let site = try Site.shared()
            let built = try #require(try await site.gateway.lastBuilt(site.gateway.year)).list
            var ids: [String] = []
            for page in 1...20 {
                let items = try await site.get("\(Self.path)?limit=300&page=\(page)").items()
                if items.isEmpty { break }
                ids += items.compactMap { $0["id"] as? String }
            }
            let wanted =
                built.drg.map(\.id) + built.drgFixedPrices.map(\.id) + built.careServices.map(\.id)
                + built.surcharges.map(\.id)
            #expect(ids == wanted.map(\.description))
        }

        @Test func `two units asked for by two names are refused`() async throws {
            #expect(try await Site.shared().get("\(Self.path)?unit=kirurgi&clinic=medicin").status == 400)
        }

        @Test(arguments: [
            "section=careServices", "region=uppsala", "provider=akademiska", "clinic=kirurgi", "unit=kirurgi",
            "code=301-lb1",
            "typeOfCare=02", "text=L%C3%84KARBES%C3%96K", "text=l%C3%A4karbes%C3%B6k&typeOfCare=01",
        ])
        func `a filter lets through what it says and nothing else`(query: String) async throws {
            let names = ["clinic": "unit"]
            let reply = try await Site.shared().get("\(Self.path)?limit=1000&\(query)")
            let items = try reply.items()
            #expect(!items.isEmpty)
            #expect(items.count < (try await total("")))
            for pair in query.split(separator: "&") {
                let sides = pair.split(separator: "=").map(String.init)
                let wanted = try #require(sides[1].removingPercentEncoding).lowercased()
                for item in items {
                    let value = try #require(item[names[sides[0]] ?? sides[0]] as? String).lowercased()
                    #expect(sides[0] == "text" ? value.contains(wanted) : value == wanted)
                }
            }
        }

        @Test(arguments: [
            "limit=0", "limit=1001", "limit=x", "page=0", "page=99999999999999999999", "section=allt",
            "typeOfCare=3", "region=atlantis", "page=1&page=2",
        ])
        func `a value that will not do is refused by name`(query: String) async throws {
            let reply = try await Site.shared().get("\(Self.path)?\(query)")
            #expect(reply.status == 400)
            #expect(try reply.json()["parameter"] as? String == String(query.prefix { $0 != "=" }))
        }

        @Test func `beyond the end there are no lines, and the way back is given`() async throws {
            let reply = try await Site.shared().get(Self.path + "?page=1000000&limit=1000")
            #expect(try reply.items().isEmpty)
            #expect(reply["link"]?.contains("rel=\"prev\"") == true)
        }

        @Test func `a line is found by its id, with its price as text`() async throws {
            let site = try Site.shared()
            let listed = try #require(try await site.get(Self.path + "?code=301-LB1").items().first)
            let id = try #require(listed["id"] as? String)
            let line = try await site.get("\(Self.path)/\(id)").json()
            #expect(NSDictionary(dictionary: line) == NSDictionary(dictionary: listed))
            #expect(line["amount"] as? String == "3206.00")
            #expect(line["section"] as? String == "careServices")
            #expect(try await site.get(Self.path + "/cs-0000000000000000").status == 404)
            #expect(try await site.get(Self.path + "/nonsense").status == 404)
        }

        @Test func `an explanation shows the very text that was delivered`() async throws {
            let site = try Site.shared()
            let id = try #require(try await site.get(Self.path + "?code=301-LB1").items().first?["id"] as? String)
            let explanation = try await site.get("\(Self.path)/\(id)/explanation").json()
            let steps = try #require(explanation["steps"] as? [[String: Any]])
            let inputs = try #require(steps.first?["inputs"] as? [[String: Any]])
            #expect(
                ((inputs.first?["excerpt"] as? [String: Any])?["text"] as? String)?.contains("<code>301-LB1</code>")
                    == true)
            #expect((inputs.first?["origin"] as? [String: Any])?["region"] as? String == "uppsala")
            #expect(explanation["result"] as? String == "3206.00")
        }

        @Test func `a DRG price is explained by weight and point price`() async throws {
            let site = try Site.shared()
            let id = try #require(try await site.get(Self.path + "?section=drg").items().first?["id"] as? String)
            let explanation = try await site.get("\(Self.path)/\(id)/explanation").json()
            let steps = try #require(explanation["steps"] as? [[String: Any]])
            #expect(steps.map { $0["operation"] as? String } == ["weight-times-point-price", "rounded"])
            #expect(steps.first?["pointPrice"] as? String == "74750.00")
            #expect((explanation["words"] as? [String: String])?["sv"]?.contains("poängpris") == true)
        }
    }
}
