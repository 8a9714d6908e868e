import Foundation
import Testing

/// `openapi.json`, taken apart for tests.
struct APIDocument {
    let shape: JSONShape

    init() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: Site.root + "/Contracts/openapi.json"))
        shape = JSONShape(document: try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]))
    }

    /// A method at a path, with what the document says of it.
    struct Operation {
        let method: String
        let path: String
        let body: [String: Any]

        /// The status codes that the document lists.
        var statuses: Set<String> { Set((body["responses"] as? [String: Any] ?? [:]).keys) }
    }

    /// Every operation with the path that the server has it at.
    func operations() throws -> [Operation] {
        let paths = try #require(shape.document["paths"] as? [String: [String: Any]])
        return paths.flatMap { path, item in
            item.compactMap { method, body in
                (body as? [String: Any]).map { Operation(method: method.uppercased(), path: "/v1" + path, body: $0) }
            }
        }
    }

    /// The operation that answers a request; nil where none is documented. HEAD is answered as GET.
    func operation(_ method: String, _ path: Substring) throws -> Operation? {
        let wanted = path.split(separator: "/", omittingEmptySubsequences: false)
        let method = method == "HEAD" ? "GET" : method
        return try operations().filter { $0.method == method }.first { operation in
            let steps = operation.path.split(separator: "/", omittingEmptySubsequences: false)
            return steps.count == wanted.count && zip(steps, wanted).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }
    }

    /// The parameters of an operation, wherever they stand.
    func parameters(of operation: Operation) -> [[String: Any]] {
        (operation.body["parameters"] as? [[String: Any]] ?? []).map(whole)
    }

    /// A part of the document, or what its reference leads to.
    func whole(_ part: [String: Any]) -> [String: Any] { (part["$ref"] as? String).map(shape.resolve) ?? part }

    /// The schema and the examples of a response in JSON; none where it has no JSON.
    func json(_ operation: Operation, _ code: String) throws -> (schema: [String: Any]?, examples: [Any]) {
        let responses = try #require(operation.body["responses"] as? [String: [String: Any]])
        return APIDocument.media(whole(try #require(responses[code])))
    }

    /// The schema and the examples of a body in JSON; none where it has no JSON.
    static func media(_ body: [String: Any]) -> (schema: [String: Any]?, examples: [Any]) {
        let content = body["content"] as? [String: [String: Any]] ?? [:]
        let media = content["application/json"] ?? content["application/problem+json"]
        let examples = media?["examples"] as? [String: [String: Any]] ?? [:]
        return (media?["schema"] as? [String: Any], examples.values.compactMap { $0["value"] })
    }

    /// A path with the values of the examples in the place of its names.
    func filled(_ path: String) -> String {
        let parameters = shape.resolve("#/components/parameters").values.compactMap { $0 as? [String: Any] }
        return parameters.filter { $0["in"] as? String == "path" }.reduce(path) { path, parameter in
            let name = parameter["name"] as? String ?? ""
            return path.replacing("{\(name)}", with: "\(parameter["example"] ?? "")")
        }
    }
}
