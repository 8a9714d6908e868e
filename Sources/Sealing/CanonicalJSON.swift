/// The rules of canonical JSON that stand above a single value (RFC 8785).
package enum CanonicalJSON {
    /// The whole numbers that every reader keeps exactly.
    package static let integers = -9_007_199_254_740_991...9_007_199_254_740_991

    /// The canonical bytes of a value; throws where an integer is too large or a key stands twice.
    package static func bytes(of value: CanonicalValue) throws(CanonicalJSONFault) -> [UInt8] {
        var writer = CanonicalJSONWriter()
        value.write(to: &writer)
        return try writer.finish()
    }
}

/// What cannot be written as canonical JSON; always a mistake in the program.
package enum CanonicalJSONFault: Error, Hashable, CustomStringConvertible {
    /// A whole number beyond ±(2^53 − 1).
    case integerTooLarge(Int)
    /// A key that is not after the one before it, or stands twice.
    case keyOutOfOrder(String, after: String)

    package var description: String {
        switch self {
        case .integerTooLarge(let number): "\(number) is beyond the whole numbers of canonical JSON"
        case .keyOutOfOrder(let key, let last): "the key \"\(key)\" may not come after \"\(last)\""
        }
    }
}

/// The order of keys: by UTF-16 code units, as RFC 8785 has it; the house's own byte order differs beyond U+FFFF.
enum CanonicalOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf16.lexicographicallyPrecedes(right.utf16)
    }
}

/// The escapes of text: only what JSON demands.
enum CanonicalEscape {
    /// Appends UTF-8 text, copying the runs that need no escape.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for (index, byte) in text.enumerated() where needsEscape(byte) {
            bytes.append(contentsOf: text[start..<index])
            bytes.append(UInt8(ascii: "\\"))
            appendEscaped(byte, to: &bytes)
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}
