/// A value of a small JSON file of ours, with its place: for descriptors, models and code lists.
/// Its accessors throw a `ReadingFault` that names the path and the place: `json-member-missing`,
/// `json-member-unknown` or `json-value-unexpected`.
package struct JSONValue: Sendable {
    /// What the value is. Numbers stay as written.
    package enum Content: Sendable {
        case object([Member])
        case array([JSONValue])
        case string(String)
        case number(String)
        case boolean(Bool)
        case null
    }

    /// One name of an object and its value, in the order of the file.
    package struct Member: Sendable {
        package let key: String
        package let value: JSONValue
    }

    package let content: Content
    /// Where the value begins; a string after its quote.
    package let spot: Spot
    /// The JSON Pointer of the value; empty for the root.
    package let path: String

    /// Reads a whole file: strict JSON in UTF-8, no repeated members.
    package static func read(bytes: [UInt8], limits: ReadingLimits = .small) throws -> JSONValue {
        let names = NameTable()
        let builder = JSONTreeBuilder(names: names)
        try DocumentReader(format: .json, names: names, limits: limits).read(MemorySource(bytes), handler: builder)
        return try builder.root()
    }
}

extension JSONValue {
    /// The members of an object, in the order of the file.
    package func members() throws -> [Member] {
        guard case .object(let members) = content else { throw unexpected("object") }
        return members
    }

    /// The items of an array.
    package func items() throws -> [JSONValue] {
        guard case .array(let items) = content else { throw unexpected("array") }
        return items
    }

    /// The text of a string.
    package func string() throws -> String {
        guard case .string(let text) = content else { throw unexpected("string") }
        return text
    }

    /// A number as written.
    package func number() throws -> String {
        guard case .number(let text) = content else { throw unexpected("number") }
        return text
    }

    /// A whole number.
    package func integer() throws -> Int {
        guard case .number(let text) = content, let number = Int(text) else { throw unexpected("integer") }
        return number
    }

    /// True or false.
    package func boolean() throws -> Bool {
        guard case .boolean(let flag) = content else { throw unexpected("boolean") }
        return flag
    }

    /// Whether the value is null.
    package var isNull: Bool {
        if case .null = content { true } else { false }
    }

    /// The value of a member that must be there.
    package func member(_ key: String) throws -> JSONValue {
        guard let member = try members().first(where: { $0.key == key }) else {
            throw JSONValue.missing(key, path: path, at: spot)
        }
        return member.value
    }

    /// The value of a member that may be absent or null.
    package func optional(_ key: String) throws -> JSONValue? {
        try members().first { $0.key == key && !$0.value.isNull }?.value
    }

    /// Refuses members of other names, which are usually slips of the pen.
    package func allowMembers(_ known: Set<String>) throws {
        for member in try members() where !known.contains(member.key) {
            throw JSONValue.unknown(member.key, path: path, at: member.value.spot)
        }
    }

    /// The fault of an object without a member that must be there.
    package static func missing(_ member: String, path: String, at spot: Spot) -> ReadingFault {
        ReadingFault("json-member-missing", ["path": path, "member": member], at: spot)
    }

    /// The fault of an object with a member that nothing knows.
    package static func unknown(_ member: String, path: String, at spot: Spot) -> ReadingFault {
        ReadingFault("json-member-unknown", ["path": path, "member": member], at: spot)
    }

    /// The fault of a value that is not what it should be, in words such as `integer` or `a day, 2023-01-01`.
    package func unexpected(_ expected: String) -> ReadingFault {
        let sample: String? =
            switch content {
            case .string(let text), .number(let text): text
            case .boolean(let flag): String(flag)
            case .null: "null"
            case .object, .array: nil
            }
        return ReadingFault("json-value-unexpected", ["path": path, "expected": expected], at: spot, sample: sample)
    }
}
