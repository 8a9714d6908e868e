import Federation
import Reading

/// What the members of a region's descriptor can be, as strict as `Contracts/region.schema.json`.
extension JSONValue {
    /// The value of a member that may be absent. Null is not absent: it is a value that nothing wants.
    func given(_ key: String) throws -> JSONValue? { try members().first { $0.key == key }?.value }

    /// A text in NFC, the form that names are compared in.
    func text() throws -> String { try string().normalized }

    /// A name or another text for people: 1–200 characters, or as many as are said.
    func name(_ length: ClosedRange<Int> = 1...200) throws -> String {
        let text = try string()
        guard length.contains(text.unicodeScalars.count) else {
            throw refused(
                "\(length.lowerBound)–\(length.upperBound) tecken",
                "\(length.lowerBound)–\(length.upperBound) characters")
        }
        return text.normalized
    }

    /// The id of a hospital or unit; as a region's slug.
    func id() throws -> String { try parsed("a-z, 0-9, -") { RegionSlug($0)?.text } }

    /// An array that has at least one item.
    func someItems() throws -> [JSONValue] {
        let items = try items()
        guard !items.isEmpty else { throw refused("minst ett värde", "at least one value") }
        return items
    }

    /// An object that has at least one member.
    func someMembers() throws -> [Member] {
        let members = try members()
        guard !members.isEmpty else { throw refused("minst en medlem", "at least one member") }
        return members
    }

    /// The items of an array, each read by `make`; no two are the same.
    func distinct<T: Hashable>(_ make: (JSONValue) throws -> T) throws -> [T] {
        var seen: Set<T> = []
        return try map { item in
            let value = try make(item)
            guard seen.insert(value).inserted else {
                throw item.refused("ett värde som inte redan står i listan", "a value that is not in the list already")
            }
            return value
        }
    }

    /// The fault of a value that is not what it should be, with words for that in both languages.
    func refused(_ swedish: String, _ english: String) -> ReadingFault {
        let fault = unexpected(english)
        let arguments = fault.arguments.merging(["expectedSwedish": swedish]) { $1 }
        return ReadingFault(fault.code, arguments, at: fault.spot, sample: fault.sample)
    }
}
