/// A JSON value without fractions, for small canonical documents; large ones use the writer.
package indirect enum CanonicalValue: Hashable, Sendable {
    /// A key with its value.
    package struct Member: Hashable, Sendable {
        package let key: String
        package let value: CanonicalValue

        package init(_ key: String, _ value: CanonicalValue) {
            self.key = key
            self.value = value
        }
    }

    /// Members in any order; written in the canonical one.
    case object([Member])
    case array([CanonicalValue])
    case string(String)
    case integer(Int)
    case bool(Bool)
    case null

    /// Writes the value with its keys in canonical order.
    package func write(to writer: inout CanonicalJSONWriter) {
        switch self {
        case .object(let members):
            writer.object { object in
                for member in members.sorted(by: { CanonicalOrder.precedes($0.key, $1.key) }) {
                    object.key(member.key)
                    member.value.write(to: &object)
                }
            }
        case .array(let items): writer.array { array in items.forEach { $0.write(to: &array) } }
        case .string(let text): writer.string(text)
        case .integer(let number): writer.integer(number)
        case .bool(let value): writer.bool(value)
        case .null: writer.null()
        }
    }
}

extension CanonicalValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral text: String) { self = .string(text) }
    package init(integerLiteral number: Int) { self = .integer(number) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(nilLiteral: ()) { self = .null }
    package init(arrayLiteral items: CanonicalValue...) { self = .array(items) }
    package init(dictionaryLiteral members: (String, CanonicalValue)...) {
        self = .object(members.map { Member($0.0, $0.1) })
    }
}
