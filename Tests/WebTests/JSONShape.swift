import Foundation

/// Whether a JSON value has the shape that `openapi.json` promises: as much of JSON Schema as the document uses.
struct JSONShape {
    let document: [String: Any]

    /// What is wrong with a value, each with its path; empty where nothing is.
    func faults(_ value: Any, _ schema: [String: Any], at path: String = "") -> [String] {
        if let reference = schema["$ref"] as? String { return faults(value, resolve(reference), at: path) }
        if let shapes = schema["oneOf"] as? [[String: Any]] {
            let fitting = shapes.filter { faults(value, $0, at: path).isEmpty }
            return fitting.count == 1 ? [] : ["\(path): \(fitting.count) shapes fit instead of one"]
        }
        if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
            return ["\(path): \(value) is not among \(allowed)"]
        }
        switch schema["type"] as? String {
        case "object": return objectFaults(value, schema, at: path)
        case "array":
            guard let items = value as? [Any], let shape = schema["items"] as? [String: Any] else {
                return ["\(path): no array"]
            }
            return items.enumerated().flatMap { faults($1, shape, at: "\(path)/\($0)") }
        case "string": return value is String ? formatFaults(value, schema, at: path) : ["\(path): no text"]
        case "integer": return value is Int ? [] : ["\(path): no whole number"]
        case "boolean": return value is Bool ? [] : ["\(path): neither true nor false"]
        default: return ["\(path): the document gives no type"]
        }
    }

    private func objectFaults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
        guard let object = value as? [String: Any] else { return ["\(path): no object"] }
        guard let members = schema["properties"] as? [String: [String: Any]] else { return [] }
        let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
        return missing.map { "\(path): \($0) is missing" }
            + object.flatMap { name, value in
                members[name].map { faults(value, $0, at: "\(path)/\(name)") } ?? ["\(path): \(name) is not documented"]
            }
    }

    private func formatFaults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
        guard let text = value as? String, schema["format"] as? String == "date-time" else { return [] }
        return text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) == nil
            ? ["\(path): \(text) is no UTC moment"] : []
    }

    /// The member of the document that a reference leads to.
    func resolve(_ reference: String) -> [String: Any] {
        reference.split(separator: "/").dropFirst().reduce(document) { $0[String($1)] as? [String: Any] ?? [:] }
    }
}
