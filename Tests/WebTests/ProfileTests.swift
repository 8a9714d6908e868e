import Foundation
import HTTPTypes
import Testing

@testable import Web

/// `openapi.json` against the national profile for such documents.
@Suite struct ProfileTests {
    private let api: APIDocument
    private var shape: JSONShape { api.shape }

    init() throws { api = try APIDocument() }

    @Test func `names and addresses follow the national profile`() throws {
        for operation in try api.operations() {
            for step in operation.path.split(separator: "/") {
                // Names of path parameters have no blank and no _ either (UFN.09).
                let pattern = step.hasPrefix("{") ? /{[a-z][A-Za-z0-9]*}/ : /[a-z0-9.-]+/
                #expect(step.wholeMatch(of: pattern) != nil, "\(operation.path)")
            }
            for parameter in api.parameters(of: operation) where parameter["in"] as? String == "query" {
                let name = try #require(parameter["name"] as? String)
                #expect(name.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil)
                #expect(parameter["required"] as? Bool == false)
            }
        }
        let schemas = shape.resolve("#/components/schemas")
        for name in memberNames(schemas) { #expect(name.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil, "\(name)") }
    }

    @Test func `pages are asked for by limit and by page, from 1 (FNS.07 to FNS.09)`() throws {
        for operation in try api.operations() {
            let parameters = api.parameters(of: operation)
            let names = parameters.compactMap { $0["name"] as? String }
            #expect(names.contains("limit") == names.contains("page"), "\(operation.path)")
            #expect(!names.contains("offset"))
            guard let page = parameters.first(where: { $0["name"] as? String == "page" }) else { continue }
            let limit = parameters.first { $0["name"] as? String == "limit" }
            #expect((page["schema"] as? [String: Any])?["minimum"] as? Int == 1)
            #expect((page["schema"] as? [String: Any])?["default"] as? Int == 1)
            #expect((limit?["schema"] as? [String: Any])?["default"] as? Int == 20)
        }
    }

    @Test func `nobody is asked for by personal identity number (RES.02)`() throws {
        let forbidden = [
            "pnr", "personnummer", "personnr", "personalnumber", "ssn", "socialsecuritynumber", "nationalid",
        ]
        for operation in try api.operations() {
            for name in api.parameters(of: operation).compactMap({ $0["name"] as? String }) {
                #expect(!forbidden.contains(name.lowercased()), "\(operation.path)")
            }
        }
        for name in memberNames(shape.document) { #expect(!forbidden.contains(name.lowercased())) }
    }

    @Test func `who somebody is stands in Authorization: Bearer and nowhere else (SAK.09, SAK.10, SAK.15, SAK.16)`()
        throws
    {
        let schemes = shape.resolve("#/components/securitySchemes").values.compactMap { $0 as? [String: Any] }
        #expect(!schemes.isEmpty)
        for scheme in schemes {
            let isBearer = scheme["type"] as? String == "http" && scheme["scheme"] as? String == "bearer"
            let isKeyInHeader = scheme["type"] as? String == "apiKey" && scheme["in"] as? String == "header"
            #expect(isBearer || isKeyInHeader)
        }
        let secrets = ["apikey", "key", "token", "accesstoken", "password", "secret"]
        for operation in try api.operations() {
            for parameter in api.parameters(of: operation) where parameter["in"] as? String != "header" {
                #expect(!secrets.contains((parameter["name"] as? String ?? "").lowercased()), "\(operation.path)")
            }
        }
    }

    @Test func `a question for something takes no body (FOR.02), and what waits for accounts says so`() throws {
        for operation in try api.operations() {
            if operation.method == "GET" { #expect(operation.body["requestBody"] == nil, "\(operation.path)") }
            #expect((operation.body["security"] != nil) == operation.statuses.contains("401"), "\(operation.path)")
        }
    }

    @Test func `who is told to come back is told when`() throws {
        for operation in try api.operations() where !operation.statuses.isDisjoint(with: ["429", "503"]) {
            for code in operation.statuses.intersection(["429", "503"]) {
                let response = (operation.body["responses"] as? [String: [String: Any]])?[code] ?? [:]
                #expect((api.whole(response)["headers"] as? [String: Any])?["Retry-After"] != nil, "\(operation.path)")
            }
        }
        #expect(Health.notReady.kind.status == .serviceUnavailable && Health.notReady.headers[.retryAfter] == "10")
    }

    @Test func `the document says who answers for it, on what terms and with what limits`() throws {
        #expect((shape.document["openapi"] as? String)?.hasPrefix("3.") == true)
        let info = try #require(shape.document["info"] as? [String: Any])
        #expect((info["contact"] as? [String: String])?.keys.sorted() == ["email", "name", "url"])
        #expect((info["license"] as? [String: String])?.keys.sorted() == ["name", "url"])
        #expect(info["version"] as? String == APIDescription.version)
        let description = try #require(info["description"] as? String)
        #expect(description.contains("Begränsningar") && description.contains("In English"))
        #expect((info["termsOfService"] as? String)?.hasPrefix("https://") == true)
        let level = try #require(info["x-sla"] as? [String: String])
        #expect(level.keys.sorted() == ["availability", "responseTime", "support"])
        #expect(level.values.allSatisfy { !$0.isEmpty } && (info["x-limitations"] as? String)?.isEmpty == false)
        #expect((shape.document["externalDocs"] as? [String: String])?.keys.sorted() == ["description", "url"])
    }

    @Test func `every server is https and names the version, wherever it stands`() throws {
        let servers = servers(shape.document)
        #expect(!servers.isEmpty)
        for url in servers { #expect(url.wholeMatch(of: /https:\/\/[a-z.]+(:443)?\/[a-z]+\/v1/) != nil, "\(url)") }
    }

    /// The addresses of all servers, also those of one path or operation.
    private func servers(_ value: Any) -> [String] {
        if let list = value as? [Any] { return list.flatMap(servers) }
        guard let object = value as? [String: Any] else { return [] }
        let own = (object["servers"] as? [[String: Any]] ?? []).compactMap { $0["url"] as? String }
        return own + object.values.flatMap(servers)
    }

    /// The names of every member that some schema has.
    private func memberNames(_ value: Any) -> [String] {
        if let list = value as? [Any] { return list.flatMap(memberNames) }
        guard let object = value as? [String: Any] else { return [] }
        let own = (object["properties"] as? [String: Any]).map { Array($0.keys) } ?? []
        return own + object.values.flatMap(memberNames)
    }
}
