/// Writes canonical JSON (RFC 8785, kanonisk JSON) piece by piece: no white space, shortest escapes, keys in order.
///
/// Keys must come in the canonical order, so that a row of a large array costs no sorting. What breaks a rule is
/// remembered and thrown by `finish`, so that the calls in between stay plain.
package struct CanonicalJSONWriter {
    private var bytes: [UInt8] = []
    /// The last key of each open object, innermost last; nil before its first key, and for an array.
    private var lastKeys: [String?] = []
    /// Whether the next value or key comes after another in the same object or array.
    private var needsComma = false
    private var fault: CanonicalJSONFault?

    /// A writer with room for so many bytes from the start.
    package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Writes an object; `body` writes its members.
    package mutating func object(_ body: (inout CanonicalJSONWriter) throws -> Void) rethrows {
        beginObject()
        try body(&self)
        endObject()
    }

    /// Writes an array; `body` writes its items.
    package mutating func array(_ body: (inout CanonicalJSONWriter) throws -> Void) rethrows {
        beginArray()
        try body(&self)
        endArray()
    }

    /// Begins an object; each must be ended.
    package mutating func beginObject() { open(UInt8(ascii: "{")) }
    /// Ends the innermost object.
    package mutating func endObject() { close(UInt8(ascii: "}")) }
    /// Begins an array; each must be ended.
    package mutating func beginArray() { open(UInt8(ascii: "[")) }
    /// Ends the innermost array.
    package mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Writes a member's key; its value comes next.
    package mutating func key(_ key: String) {
        if let depth = lastKeys.indices.last {
            if let last = lastKeys[depth], !CanonicalOrder.precedes(last, key) {
                fault = fault ?? .keyOutOfOrder(key, after: last)
            }
            lastKeys[depth] = key
        }
        string(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a text.
    package mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { CanonicalEscape.append($0, to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a whole number; beyond ±(2^53 − 1) readers that keep numbers as doubles would lose digits: a fault.
    package mutating func integer(_ number: Int) {
        separate()
        if !CanonicalJSON.integers.contains(number) { fault = fault ?? .integerTooLarge(number) }
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Writes true or false.
    package mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Writes null.
    package mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    /// The bytes written; throws the first fault.
    package consuming func finish() throws(CanonicalJSONFault) -> [UInt8] {
        if let fault { throw fault }
        return bytes
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        lastKeys.append(nil)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        lastKeys.removeLast()
        needsComma = true
    }
}

extension CanonicalJSONWriter {
    /// Writes a member with a text; nothing for nil.
    package mutating func member(_ key: String, _ text: String?) {
        guard let text else { return }
        self.key(key)
        string(text)
    }

    /// Writes a member with a whole number; nothing for nil.
    package mutating func member(_ key: String, _ number: Int?) {
        guard let number else { return }
        self.key(key)
        integer(number)
    }

    /// Writes a member with true or false; nothing for nil.
    package mutating func member(_ key: String, _ value: Bool?) {
        guard let value else { return }
        self.key(key)
        bool(value)
    }

    /// Writes a member with a list of texts.
    package mutating func member(_ key: String, _ texts: [String]) {
        self.key(key)
        array { list in texts.forEach { list.string($0) } }
    }
}
