import Foundation

extension String {
    /// Canonical order: compares UTF-8 bytes. Swift's `<` finds composed and decomposed "å" equal, SQLite does not.
    package func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

    /// The text in Unicode normal form C. Below U+0300 (UTF-8 lead byte 0xCC) every text already is.
    package var normalized: String {
        utf8.allSatisfy { $0 < 0xCC } ? self : precomposedStringWithCanonicalMapping
    }
}
