import Federation

/// The lasting name of a price line (rad-id), for example `cs-5f0c1b8e9a7d4c32`: a section and the first 16 hex digits
/// of the SHA-256 of its key. Each field of the key is preceded by its length in bytes and a colon.
package struct LineID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The part of the list that a line stands in.
    package enum Section: String, Sendable, CaseIterable {
        case drg
        case careService = "cs"
        case surcharge = "sur"
        case drgFixedPrice = "fix"
    }

    package let section: Section
    /// The sixteen hex digits as a number.
    package let digits: UInt64

    package init(section: Section, digits: UInt64) {
        self.section = section
        self.digits = digits
    }

    /// The id of a key, given field by field.
    package init(_ section: Section, key: [String]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(128)
        for field in key {
            bytes.append(contentsOf: String(field.utf8.count).utf8)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: field.utf8)
        }
        self.init(section: section, digits: Fingerprint.leadingBits(of: bytes))
    }

    /// Reads `cs-5f0c1b8e9a7d4c32`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let section = Section(rawValue: String(parts[0])) else { return nil }
        let isHex = parts[1].utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard isHex, parts[1].utf8.count == 16, let digits = UInt64(parts[1], radix: 16) else { return nil }
        self.init(section: section, digits: digits)
    }

    package var description: String {
        let hex = String(digits, radix: 16)
        return "\(section.rawValue)-" + String(repeating: "0", count: 16 - hex.utf8.count) + hex
    }

    package static func < (left: LineID, right: LineID) -> Bool {
        left.section == right.section
            ? left.digits < right.digits : left.section.rawValue.precedes(right.section.rawValue)
    }
}
