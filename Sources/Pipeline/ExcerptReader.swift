import Federation
import Pricing
import Reading

/// Cuts records with three lines around them out of one part of a version.
struct ExcerptReader: Sendable {
    /// Bytes of a record that are shown; a longer one is cut.
    private static let longestRecord = 4000
    /// Bytes before and after a record that its lines around are looked for in; even, so that UTF-16 is not cut in two.
    private static let surroundings = 2048
    private static let lines = 3

    private let format: DocumentFormat
    private let declaredEncoding: String?
    private let mediaType: String?

    /// A reader of a part in that format; `declaredEncoding` is what the region's descriptor states.
    init(format: DocumentFormat, declaredEncoding: String?, mediaType: String?) {
        self.format = format
        self.declaredEncoding = declaredEncoding
        self.mediaType = mediaType
    }

    /// What stands at each of the places. The content is opened anew for the paths, for its beginning, which tells the
    /// encoding, and for the records.
    func excerpts(
        at places: Set<RecordOrigin>, open: () throws -> any ByteSource
    ) throws -> [RecordOrigin: RawExcerpt] {
        let names = NameTable()
        let reader = DocumentReader(
            format: format, names: names, declaredEncoding: declaredEncoding, mediaType: mediaType)
        let paths = try PathFinder.paths(
            at: Set(places.map { Int($0.offset) }), in: try open(), by: reader, names: names, format: format)
        var head: [UInt8] = []
        try RangeCutter.cut([0..<RawTextReader.headLength], of: try open()) { head = $1 }
        var found: [RecordOrigin: RawExcerpt] = [:]
        let windows = Dictionary(grouping: places, by: window)
        try RangeCutter.cut(Array(windows.keys), of: try open()) { range, bytes in
            for place in windows[range] ?? [] {
                let path = paths[Int(place.offset)]
                found[place] = excerpt(of: place, path: path, in: bytes, from: range.lowerBound, head: head)
            }
        }
        return found
    }

    private func window(of place: RecordOrigin) -> Range<Int> {
        let start = Int(place.offset)
        let end = start + min(Int(place.length), Self.longestRecord)
        // As many steps of two as there are before the record.
        return (start - min(Self.surroundings, start / 2 * 2))..<(end + Self.surroundings)
    }

    private func excerpt(
        of place: RecordOrigin, path: String?, in bytes: [UInt8], from base: Int, head: [UInt8]
    ) -> RawExcerpt {
        let decoder = RawTextReader(format: format, declaredEncoding: declaredEncoding, mediaType: mediaType)
        let start = min(Int(place.offset) - base, bytes.count)
        let length = min(Int(place.length), Self.longestRecord, bytes.count - start)
        let text = { (range: Range<Int>) in decoder.text(of: Array(bytes[range]), inContentBeginning: head) }
        return RawExcerpt(
            path: path, before: lastLines(of: text(0..<start), isWhole: base == 0), text: text(start..<start + length),
            after: firstLines(of: text(start + length..<bytes.count)), isCut: length < Int(place.length))
    }

    /// What stands before a record: the beginning of its own line and the three lines before; a line whose beginning is
    /// not at hand is shortened by an ellipsis.
    private func lastLines(of text: String, isWhole: Bool) -> String {
        let lines = text.split(separator: /\r?\n/, omittingEmptySubsequences: false)
        let shown = lines.suffix(Self.lines + 1).joined(separator: "\n")
        return lines.count <= Self.lines + 1 && !isWhole ? "…" + shown : shown
    }

    private func firstLines(of text: String) -> String {
        text.split(separator: /\r?\n/, omittingEmptySubsequences: false).prefix(Self.lines + 1)
            .joined(separator: "\n")
    }
}
