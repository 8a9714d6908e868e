import Foundation

extension String {
    /// Canonical order: compares UTF-8 bytes. Swift's `<` finds composed and decomposed "å" equal, SQLite does not.
    package func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

    /// The text in Unicode normal form C.
    package var normalized: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
    }
}
