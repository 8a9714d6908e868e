import Federation

/// Watches that no two lines of a list have the same id.
enum LineIDCheck {
    /// Throws where two of the ids are equal; `key` tells the key of the line at a position, asked only then.
    static func requireUnique(_ ids: [LineID], key: (Int) -> [String]) throws(PriceListError) {
        let sorted = ids.indices.map { (digits: ids[$0].digits, position: $0) }.sorted { $0.digits < $1.digits }
        for (one, other) in zip(sorted, sorted.dropFirst()) where one.digits == other.digits {
            let keys = [key(one.position), key(other.position)].sorted(by: CanonicalOrder.precedes)
            let id = ids[one.position]
            throw keys[0] == keys[1] ? .lineTwice(id, key: keys[0]) : .lineIDCollision(id, keys: keys)
        }
    }
}
