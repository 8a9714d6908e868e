/// An element, attribute or member name as a small number, so that names are compared without making strings.
/// It means something only beside the table that gave it.
package struct Name: Hashable, Sendable {
    /// The place in the table.
    package let id: Int32

    /// The name at that place in its table.
    package init(id: Int32) { self.id = id }

    /// The name without characters: the JSON root, and "no namespace".
    package static let empty = Name(id: 0)
    /// `[]`, the name of every item of a JSON array.
    package static let item = Name(id: 1)
}

/// All names that one read has met, each once. Not Sendable: one table per read.
package final class NameTable {
    private struct Entry {
        let text: String
        let bytes: [UInt8]
        let hash: Int
    }

    private var entries: [Entry] = []
    /// The ids by hash, with linear probing; -1 is a free slot. Its size is a power of two, at most half full.
    private var slots: [Int32] = Array(repeating: -1, count: 256)

    /// A table that knows `Name.empty` and `Name.item`.
    package init() {
        _ = name("")
        _ = name("[]")
    }

    /// How many distinct names there are.
    package var count: Int { entries.count }

    /// The name of that text; the same text always gives the same name.
    package func name(_ text: String) -> Name {
        var text = text
        return text.withUTF8 { name(utf8: $0) }
    }

    /// The text of a name of this table.
    package func text(_ name: Name) -> String { entries[Int(name.id)].text }

    /// The name of UTF-8 bytes, without making a string for a name that is already known.
    func name(utf8: UnsafeBufferPointer<UInt8>) -> Name {
        // Swift's hasher is seeded at random, so no file can be written that makes all names collide.
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(utf8))
        let hash = hasher.finalize()
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 {
            if isEntry(slots[slot], hash: hash, utf8: utf8) { return Name(id: slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(entries.count)
        entries.append(Entry(text: String(decoding: utf8, as: UTF8.self), bytes: Array(utf8), hash: hash))
        if entries.count * 2 > slots.count { grow() }
        return Name(id: Int32(entries.count - 1))
    }

    private func isEntry(_ id: Int32, hash: Int, utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let entry = entries[Int(id)]
        guard entry.hash == hash, entry.bytes.count == utf8.count else { return false }
        return entry.bytes.withUnsafeBytes { $0.elementsEqual(UnsafeRawBufferPointer(utf8)) }
    }

    private func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (id, entry) in entries.enumerated() {
            var slot = entry.hash & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(id)
        }
    }
}
