/// Finds the paths of what begins at given bytes of a document, in one read.
package enum PathFinder {
    /// The path, an XPath or a JSON Pointer, of the element, member or item that begins at each of the offsets. An
    /// offset where nothing begins has none. What the reader throws is thrown; the read ends after the last offset.
    package static func paths(
        at offsets: Set<Int>, in source: some ByteSource, by reader: DocumentReader, names: NameTable,
        format: DocumentFormat
    ) throws -> [Int: String] {
        let collector = Collector(offsets, PathTracker(format: format, names: names))
        do {
            try reader.read(source, handler: collector)
        } catch is AllFound {}
        return collector.found
    }

    private struct AllFound: Error {}

    private final class Collector: DocumentHandler {
        private(set) var found: [Int: String] = [:]
        private let wanted: Set<Int>
        private var tracker: PathTracker

        init(_ wanted: Set<Int>, _ tracker: PathTracker) {
            self.wanted = wanted
            self.tracker = tracker
        }

        func begin(_ name: Name, namespace: Name, at spot: Spot) throws {
            guard found.count < wanted.count else { throw AllFound() }
            tracker.begin(name)
            if wanted.contains(spot.offset) { found[spot.offset] = tracker.path }
        }

        func attribute(_ name: Name, _ value: Scalar) {}
        func scalar(_ value: Scalar) {}
        func strayText(_ value: Scalar) {}
        func end(_ name: Name, endOffset: Int) { tracker.end() }
        func notice(_ fault: ReadingFault) {}
    }
}
