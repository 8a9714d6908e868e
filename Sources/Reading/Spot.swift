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
