import Federation
import Foundation
import Testing

@testable import Web

extension Published {
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
