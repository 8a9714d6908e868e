import Foundation

/// Reads small canonical JSON back: only bytes that writing the value again gives exactly.
enum CanonicalReading {
    /// The value of these bytes. Throws where they are too many, no JSON, or not canonical.
    static func value(of bytes: [UInt8], atMost most: Int) throws(ManifestFault) -> CanonicalValue {
        guard bytes.count <= most else { throw .tooLong(most: most) }
        guard let value = try? JSONDecoder().decode(CanonicalValue.self, from: Data(bytes)) else {
            throw .notReadable(member: "JSON")
        }
        // White space, order, escapes, numbers, keys that stand twice: whatever the decoder forgives shows here.
        guard let again = try? CanonicalJSON.bytes(of: value), again == bytes else { throw .notCanonical }
        return value
    }
}

extension CanonicalValue: Decodable {
    /// Decodes a value; text first, since most values are text.
    package init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let text = try? single.decode(String.self) {
            self = .string(text)
        } else if let number = try? single.decode(Int.self) {
            self = .integer(number)
        } else if let value = try? single.decode(Bool.self) {
            self = .bool(value)
        } else if single.decodeNil() {
            self = .null
        } else if let items = try? single.decode([CanonicalValue].self) {
            self = .array(items)
        } else {
            let members = try single.decode([String: CanonicalValue].self)
            self = .object(members.map { Member($0.key, $0.value) })
        }
    }
}

/// The members of a canonical object, taken by name and kind.
struct CanonicalObject {
    private let members: [String: CanonicalValue]

    /// The object that a value is. Throws where it is something else; `name` tells which.
    init(_ value: CanonicalValue, _ name: String) throws(ManifestFault) {
        guard case .object(let members) = value else { throw .notReadable(member: name) }
        self.members = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
    }

    /// A member that may be absent.
    func optional(_ name: String) -> CanonicalValue? { members[name] }

    /// A member's value as `make` reads it. Throws where it is absent or not that.
    func member<Value>(_ name: String, _ make: (CanonicalValue) -> Value?) throws(ManifestFault) -> Value {
        guard let value = members[name], let made = make(value) else { throw .notReadable(member: name) }
        return made
    }

    /// A text, as `make` reads it.
    func text<Value>(_ name: String, _ make: (String) -> Value? = { $0 }) throws(ManifestFault) -> Value {
        try member(name) { value in
            guard case .string(let text) = value else { return nil }
            return make(text)
        }
    }

    /// A whole number.
    func integer(_ name: String) throws(ManifestFault) -> Int {
        try member(name) { value in
            guard case .integer(let number) = value else { return nil }
            return number
        }
    }

    /// The items of a list, at most so many.
    func items(_ name: String, atMost most: Int) throws(ManifestFault) -> [CanonicalValue] {
        try member(name) { value in
            guard case .array(let items) = value, items.count <= most else { return nil }
            return items
        }
    }

    /// An object.
    func object(_ name: String) throws(ManifestFault) -> CanonicalObject {
        guard let value = members[name] else { throw .notReadable(member: name) }
        return try CanonicalObject(value, name)
    }
}
