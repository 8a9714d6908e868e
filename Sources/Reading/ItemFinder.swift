package import Federation

/// Finds the lines of a price list of ours by their ids: items of the root's arrays that have a member `id`.
package enum ItemFinder {
    /// Where the items stand that bear one of the ids, in one read of a JSON document; an id that no item bears has no
    /// place. What the reader throws is thrown; the read ends after the last one.
    package static func places(of ids: Set<String>, in source: some ByteSource) throws -> [String: RecordOrigin] {
        let names = NameTable()
        let collector = Collector(ids, id: names.name("id"))
        do {
            try DocumentReader(format: .json, names: names).read(source, handler: collector)
        } catch is AllFound {}
        return collector.found
    }

    private struct AllFound: Error {}

    private final class Collector: DocumentHandler {
        private(set) var found: [String: RecordOrigin] = [:]
        private let wanted: Set<String>
        private let id: Name
        /// Open values: the root is the first, an array the second, its item the third, the item's member the fourth.
        private var depth = 0
        private var item = Spot.start
        private var isID = false
        private var current: String?

        init(_ wanted: Set<String>, id: Name) {
            self.wanted = wanted
            self.id = id
        }

        func begin(_ name: Name, namespace: Name, at spot: Spot) throws {
            guard found.count < wanted.count else { throw AllFound() }
            depth += 1
            if depth == 3 { (item, current) = (spot, nil) }
            isID = depth == 4 && name == id
        }

        func scalar(_ value: Scalar) {
            if isID, wanted.contains(value.string) { current = value.string }
        }

        func end(_ name: Name, endOffset: Int) {
            if depth == 3, let current {
                found[current] = RecordOrigin(start: item, end: endOffset, part: 0)
                self.current = nil
            }
            depth -= 1
        }

        func attribute(_ name: Name, _ value: Scalar) {}
        func strayText(_ value: Scalar) {}
        func notice(_ fault: ReadingFault) {}
    }
}
