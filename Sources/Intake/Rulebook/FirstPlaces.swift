/// Remembers where each key stood first, in a few bytes for each: a delivery can have a million lines.
struct FirstPlaces<Key: Hashable> {
    private struct Spot {
        let line: UInt32
        let column: UInt32
        let part: UInt16
    }

    private var spots: [Key: Spot] = [:]

    /// Notes a record's key; where it stood before, the arguments that say where.
    mutating func note(_ key: Key, _ record: Record) -> [String: String]? {
        guard let first = spots[key] else {
            let origin = record.origin
            spots[key] = Spot(line: origin.line, column: origin.column, part: origin.part)
            return nil
        }
        return [
            "firstLine": String(first.line), "firstColumn": String(first.column), "firstPart": String(first.part + 1),
        ]
    }
}
