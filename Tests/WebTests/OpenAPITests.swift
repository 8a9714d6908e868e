import Federation
import Foundation
import Logging
import Testing

@testable import Web

extension Published {
    /// `openapi.json` against the server that it describes.
    @Suite struct OpenAPITests {
        private let api: APIDocument
        private var shape: JSONShape { api.shape }

        init() throws { api = try APIDocument() }

        @Test func `every route for machines is documented and every documented path is a route`() throws {
            let holdings = Holdings(
                gateway: try Site.shared().gateway, limits: ServerLimits(), logger: Logger(label: "openapi"))
            let pages = ["/", "/prislistor/", "/planer/"]
            let machines = try Route.all(holdings).filter { route in
                !pages.contains { route.path == $0 || $0.count > 1 && route.path.hasPrefix($0) }
            }
            let routes = Set(machines.map { "\($0.method) \($0.path)" })
            let twins = Set(["/health/live", "/health/ready", "/openapi.json"].map { "GET \($0)" })
            #expect(twins.isSubset(of: routes))
            #expect(routes.subtracting(twins) == Set(try api.operations().map { "\($0.method) \($0.path)" }))
        }

        @Test func `every documented address answers as its schema says`() async throws {
            let site = try Site.shared()
            for operation in try api.operations() where operation.method == "GET" {
                let reply = try await site.get(api.filled(operation.path))
                #expect(reply.status == 200, "\(operation.path)")
                let (schema, _) = try api.json(operation, "200")
                guard let schema else { continue }
                #expect(shape.faults(try reply.json(), schema).isEmpty, "\(operation.path)")
            }
        }

        @Test func `every documented query parameter is one that its address knows`() async throws {
            for operation in try api.operations() where operation.method == "GET" {
                for parameter in api.parameters(of: operation) where parameter["in"] as? String == "query" {
                    let name = try #require(parameter["name"] as? String)
                    let reply = try await Site.shared().get("\(api.filled(operation.path))?\(name)=")
                    #expect(reply.status == 200, "\(operation.path) \(name)")
                }
            }
        }

        @Test(arguments: ["/health/live", "/health/ready", "/openapi.json"])
        func `what is outside the version is the same inside it`(path: String) async throws {
            let (outside, inside) = (try await Site.shared().get(path), try await Site.shared().get("/v1" + path))
            #expect(outside.status == 200 && outside.body == inside.body && outside["etag"] == inside["etag"])
        }

        @Test func `every example of a request is as its schema says, and every body in JSON has one`() throws {
            for operation in try api.operations() {
                guard let body = operation.body["requestBody"] as? [String: Any] else { continue }
                #expect(body["required"] as? Bool == true, "\(operation.path)")
                let (schema, examples) = APIDocument.media(body)
                let shaped = try #require(schema, "\(operation.path)")
                #expect(!examples.isEmpty, "\(operation.path)")
                for example in examples { #expect(shape.faults(example, shaped) == [], "\(operation.path)") }
            }
        }

        @Test func `every documented question for a price is answered`() async throws {
            let quotes = try #require(try api.operations().first { $0.path.hasSuffix("/quotes") })
            for example in APIDocument.media(quotes.body["requestBody"] as? [String: Any] ?? [:]).examples {
                let body = String(decoding: try JSONSerialization.data(withJSONObject: example), as: UTF8.self)
                #expect(try await Site.shared().post(api.filled(quotes.path), body).status == 200)
            }
        }

        @Test func `every line and every explanation is as documented`() async throws {
            let site = try Site.shared()
            let lines = shape.resolve("#/components/schemas/LinePage")
            let explanation = shape.resolve("#/components/schemas/Explanation")
            for section in LineSection.allCases {
                let page = try await site.get("/v1/price-lists/2023/lines?limit=1000&section=\(section.rawValue)")
                #expect(shape.faults(try page.json(), lines) == [])
                guard let id = try page.items().first?["id"] as? String else { continue }
                let reply = try await site.get("/v1/price-lists/2023/lines/\(id)/explanation")
                #expect(shape.faults(try reply.json(), explanation) == [])
            }
        }

        @Test func `what is answered of a draft is as documented too`() async throws {
            let site = try Site.shared()
            let answers = [
                ("LinePage", "/lines?draft=true"), ("ListFindingPage", "/findings?draft=true&limit=1000"),
                ("Completeness", "/completeness?draft=true"), ("DifferencePage", "/differences?lines=new"),
            ]
            for (schema, path) in answers {
                let reply = try await site.get("/v1/price-lists/2023\(path)")
                #expect(
                    shape.faults(try reply.json(), shape.resolve("#/components/schemas/\(schema)")) == [], "\(path)")
            }
            let lists = [
                ("PriceListList", "/v1/price-lists"), ("PriceList", "/v1/price-lists/2023"),
                ("LinePage", "/v1/price-lists/2023/lines"),
                ("ListFindingPage", "/v1/price-lists/2023/findings"),
            ]
            try await Site.run { draft in
                for (schema, path) in lists {
                    let reply = try await draft.get(path)
                    #expect(
                        shape.faults(try reply.json(), shape.resolve("#/components/schemas/\(schema)")) == [], "\(path)"
                    )
                }
            }
        }

        @Test func `a quote, a refusal and a problem are as documented`() async throws {
            let site = try Site.shared()
            let path = "/v1/price-lists/2023/quotes"
            let drg = try await site.get("/v1/price-lists/2023/lines?section=drg&typeOfCare=02").items()
            let group = try #require(drg.first?["drg"] as? String)
            let care =
                #"{"region":"uppsala","provider":"akademiska","typeOfCare":"02","date":"2023-04-01","drg":"\#(group)"}"#
            let answer = shape.resolve("#/components/schemas/QuoteAnswer")
            #expect(shape.faults(try await site.post(path, care).json(), answer) == [])
            #expect(
                shape.faults(try await site.post(path, "[\(care),\(care.replacing(group, with: "X"))]").json(), answer)
                    == [])
            for body in [care.replacing(group, with: "X"), "{}"] {
                let problem = try await site.post(path, body)
                #expect(shape.faults(try problem.json(), shape.resolve("#/components/schemas/Problem")) == [])
            }
        }

        @Test func `every example is as its schema says, and every JSON response has one`() throws {
            for operation in try api.operations() {
                let responses = try #require(operation.body["responses"] as? [String: Any])
                for code in responses.keys {
                    let (schema, examples) = try api.json(operation, code)
                    guard let schema else { continue }
                    #expect(!examples.isEmpty, "\(operation.path) \(code)")
                    for example in examples {
                        #expect(shape.faults(example, schema) == [], "\(operation.path) \(code)")
                    }
                }
            }
        }

        @Test func `every operation and response is described`() throws {
            for operation in try api.operations() {
                #expect((operation.body["description"] as? String)?.isEmpty == false)
                let responses = try #require(operation.body["responses"] as? [String: [String: Any]])
                #expect(Set(["400", "500"]).isSubset(of: responses.keys))
                for response in responses.values {
                    let whole = (response["$ref"] as? String).map(shape.resolve) ?? response
                    #expect((whole["description"] as? String)?.isEmpty == false)
                }
            }
        }
    }
}
