import Federation

/// Remembers where each key stood first, in a few bytes for each: a delivery can have a million lines.
struct FirstPlaces<Key: Hashable> {
    private struct Spot {
        let line: UInt32
        let column: UInt32
        let part: UInt16

        init(_ origin: RecordOrigin) {
            line = origin.line
            column = origin.column
            part = origin.part
        }
    }

    private var spots: [Key: Spot] = [:]

    /// The arguments that say where a key stood first; nil where it did not.
    subscript(key: Key) -> [String: String]? {
        spots[key].map { first in
            [
                "firstLine": String(first.line), "firstColumn": String(first.column),
                "firstPart": String(first.part + 1),
            ]
        }
    }

    /// Notes where a record's key stands, unless it stood before.
    mutating func add(_ key: Key, _ record: Record) {
        if spots[key] == nil { spots[key] = Spot(record.origin) }
    }

    /// Notes a record's key; where it stood before, the arguments that say where.
    mutating func note(_ key: Key, _ record: Record) -> [String: String]? {
        if let first = self[key] { return first }
        spots[key] = Spot(record.origin)
        return nil
    }
}
