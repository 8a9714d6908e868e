package import Federation

/// A point in a delivered content (plats).
package struct Spot: Hashable, Sendable {
    /// The byte, from 0, in the content before any transcoding; a byte order mark counts.
    package let offset: Int
    /// The line, from 1; a line ends at its line feed.
    package let line: Int
    /// The column in characters, from 1; a byte order mark is no character.
    package let column: Int

    /// The point at that byte, line and column.
    package init(offset: Int, line: Int, column: Int) {
        self.offset = offset
        self.line = line
        self.column = column
    }

    /// The first byte of a content without byte order mark.
    package static let start = Spot(offset: 0, line: 1, column: 1)
}

extension RecordOrigin {
    /// The place of a record that begins at a spot and ends before a byte of a part.
    package init(start: Spot, end: Int, part: Int) {
        self.init(
            part: UInt16(clamping: part), line: UInt32(clamping: start.line), column: UInt32(clamping: start.column),
            offset: Int64(start.offset), length: UInt32(clamping: end - start.offset))
    }
}
