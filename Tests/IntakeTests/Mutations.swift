import Reading

/// A JSON document that can be changed and written again, its members in their order.
indirect enum JSONTree {
    case object([(key: String, value: JSONTree)])
    case array([JSONTree])
    case string(String)
    /// A number, true, false or null, as written.
    case literal(String)

    init(_ value: JSONValue) {
        switch value.content {
        case .object(let members): self = .object(members.map { ($0.key, JSONTree($0.value)) })
        case .array(let items): self = .array(items.map(JSONTree.init))
        case .string(let text): self = .string(text)
        case .number(let text): self = .literal(text)
        case .boolean(let flag): self = .literal(flag ? "true" : "false")
        case .null: self = .literal("null")
        }
    }

    var text: String {
        switch self {
        case .object(let members):
            "{" + members.map { JSONTree.quoted($0.key) + ":" + $0.value.text }.joined(separator: ",") + "}"
        case .array(let items): "[" + items.map(\.text).joined(separator: ",") + "]"
        case .string(let text): JSONTree.quoted(text)
        case .literal(let text): text
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\" + String(scalar)
            case "\u{7}": "\\u0007"
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}

/// Every document that comes of one small change to a document.
struct Mutations {
    private let original: JSONTree

    init(_ original: JSONTree) { self.original = original }

    /// The original, and then each changed document. Of an array only the first item is changed.
    var all: [JSONTree] { [original] + changes(of: original) }

    private func changes(of tree: JSONTree) -> [JSONTree] {
        switch tree {
        case .object(let members):
            let extra = JSONTree.object(members + [("okänd", .string("x"))])
            let inner = members.indices.flatMap { index -> [JSONTree] in
                var without = members
                without.remove(at: index)
                let changed = (others(than: members[index].value) + changes(of: members[index].value)).map { value in
                    var copy = members
                    copy[index].value = value
                    return JSONTree.object(copy)
                }
                return [.object(without)] + changed
            }
            return [extra] + inner
        case .array(let items):
            guard let first = items.first else { return [] }
            let changed = others(than: first) + changes(of: first)
            return changed.map { .array([$0] + items.dropFirst()) } + [.array([])]
        case .string, .literal: return []
        }
    }

    /// What may stand in place of a value: other types, and for a string other strings.
    private func others(than value: JSONTree) -> [JSONTree] {
        let types: [JSONTree] = [.literal("null"), .literal("5"), .literal("true"), .array([]), .object([])]
        guard case .string(let text) = value else { return types + [.string("x"), .literal("false")] }
        let strings = [
            "", " ", String(repeating: "x", count: 201), text + " ", text.lowercased(), "x\u{7}", "-" + text,
        ]
        return types + (strings + [text + text]).filter { $0 != text }.map(JSONTree.string)
    }
}
