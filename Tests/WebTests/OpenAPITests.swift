import Federation
import Foundation
import Logging
import Testing

@testable import Web

extension Published {
    /// `openapi.json` against the server that it describes, and against the national profile for such documents.
    @Suite struct OpenAPITests {
        private let shape: JSONShape

        init() throws {
            let data = try Data(contentsOf: URL(fileURLWithPath: Site.root + "/Contracts/openapi.json"))
            shape = JSONShape(
                document: try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]))
        }

        private struct Operation {
            let method: String
            let path: String
            let body: [String: Any]
        }

        /// Every operation with the path that the server has it at.
        private func operations() throws -> [Operation] {
            let paths = try #require(shape.document["paths"] as? [String: [String: Any]])
            return paths.flatMap { path, item in
                let root = item["servers"] == nil ? "/v1" : ""
                return item.keys.filter { $0 != "servers" }.compactMap { method in
                    (item[method] as? [String: Any]).map {
                        Operation(method: method.uppercased(), path: root + path, body: $0)
                    }
                }
            }
        }

        @Test func `every route for machines is documented and every documented path is a route`() throws {
            let holdings = Holdings(
                gateway: try Site.shared().gateway, limits: ServerLimits(), logger: Logger(label: "openapi"))
            let pages = ["/", "/prislistor/", "/planer/"]
            let machines = try Route.all(holdings).filter { route in
                !pages.contains { route.path == $0 || $0.count > 1 && route.path.hasPrefix($0) }
            }
            let routes = Set(machines.map { "\($0.method) \($0.path)" })
            #expect(routes == Set(try operations().map { "\($0.method) \($0.path)" }))
        }

        @Test func `every documented address answers as its schema says`() async throws {
            let site = try Site.shared()
            for operation in try operations() where operation.method == "GET" {
                let reply = try await site.get(try await filled(operation.path))
                #expect(reply.status == 200, "\(operation.path)")
                let (schema, _) = try json(operation, "200")
                guard let schema else { continue }
                #expect(shape.faults(try reply.json(), schema).isEmpty, "\(operation.path)")
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
            for operation in try operations() {
                let responses = try #require(operation.body["responses"] as? [String: Any])
                for code in responses.keys {
                    let (schema, examples) = try json(operation, code)
                    guard let schema else { continue }
                    #expect(!examples.isEmpty, "\(operation.path) \(code)")
                    for example in examples {
                        #expect(shape.faults(example, schema) == [], "\(operation.path) \(code)")
                    }
                }
            }
        }

        @Test func `every operation and response is described`() throws {
            for operation in try operations() {
                #expect((operation.body["description"] as? String)?.isEmpty == false)
                let responses = try #require(operation.body["responses"] as? [String: [String: Any]])
                #expect(Set(["400", "500"]).isSubset(of: responses.keys))
                for response in responses.values {
                    let whole = (response["$ref"] as? String).map(shape.resolve) ?? response
                    #expect((whole["description"] as? String)?.isEmpty == false)
                }
            }
        }

        @Test func `names and addresses follow the national profile`() throws {
            for operation in try operations() {
                let steps = operation.path.split(separator: "/").filter { !$0.hasPrefix("{") }
                #expect(steps.allSatisfy { $0.wholeMatch(of: /[a-z0-9.-]+/) != nil }, "\(operation.path)")
            }
            let parameters = try #require(
                (shape.document["components"] as? [String: Any])?["parameters"] as? [String: [String: Any]])
            for parameter in parameters.values where parameter["in"] as? String == "query" {
                let name = try #require(parameter["name"] as? String)
                #expect(name.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil)
                #expect(parameter["required"] as? Bool == false)
            }
            let schemas = shape.resolve("#/components/schemas")
            for name in memberNames(schemas) { #expect(name.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil, "\(name)") }
            let limit = shape.resolve("#/components/parameters/limit")["schema"] as? [String: Any]
            #expect(limit?["default"] as? Int == 20)
        }

        @Test func `the document says who answers for it, on what terms and with what limits`() throws {
            let info = try #require(shape.document["info"] as? [String: Any])
            #expect((info["contact"] as? [String: String])?.keys.sorted() == ["email", "name", "url"])
            #expect((info["license"] as? [String: String])?.keys.sorted() == ["name", "url"])
            #expect(info["version"] as? String == APIDescription.version)
            let description = try #require(info["description"] as? String)
            #expect(description.contains("Begränsningar") && description.contains("In English"))
            #expect((shape.document["externalDocs"] as? [String: String])?.keys.sorted() == ["description", "url"])
            let servers = try #require(shape.document["servers"] as? [[String: String]])
            #expect(servers.allSatisfy { $0["url"]?.wholeMatch(of: /https:\/\/[a-z.]+\/[a-z]+\/v1/) != nil })
        }

        /// The schema and the examples of a response in JSON; none where it has no JSON.
        private func json(_ operation: Operation, _ code: String) throws -> (schema: [String: Any]?, examples: [Any]) {
            let responses = try #require(operation.body["responses"] as? [String: [String: Any]])
            let response = try #require(responses[code])
            let whole = (response["$ref"] as? String).map(shape.resolve) ?? response
            let content = whole["content"] as? [String: [String: Any]] ?? [:]
            let media = content["application/json"] ?? content["application/problem+json"]
            let examples = media?["examples"] as? [String: [String: Any]] ?? [:]
            return (media?["schema"] as? [String: Any], examples.values.compactMap { $0["value"] })
        }

        /// A path with the values of the examples in the place of its names.
        private func filled(_ path: String) async throws -> String {
            let parameters = try #require(
                (shape.document["components"] as? [String: Any])?["parameters"] as? [String: [String: Any]])
            return parameters.values.filter { $0["in"] as? String == "path" }.reduce(path) { path, parameter in
                let name = parameter["name"] as? String ?? ""
                return path.replacing("{\(name)}", with: "\(parameter["example"] ?? "")")
            }
        }

        /// The names of every member that some schema has.
        private func memberNames(_ value: Any) -> [String] {
            guard let object = value as? [String: Any] else { return [] }
            let own = (object["properties"] as? [String: Any]).map { Array($0.keys) } ?? []
            return own + object.values.flatMap(memberNames)
        }
    }
}
