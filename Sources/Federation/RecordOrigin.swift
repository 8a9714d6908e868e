/// Where a record stands in its feed version (ursprung): a place without its path, small enough to keep a million of.
package struct RecordOrigin: Hashable, Sendable {
    /// The byte offset of the record in the part's content, before any transcoding.
    package let offset: Int64
    /// How many bytes of the content the record takes.
    package let length: UInt32
    /// The line, from 1.
    package let line: UInt32
    /// The column in characters, from 1.
    package let column: UInt32
    /// The part of the version, from 0.
    package let part: UInt16

    package init(part: UInt16, line: UInt32, column: UInt32, offset: Int64, length: UInt32) {
        self.offset = offset
        self.length = length
        self.line = line
        self.column = column
        self.part = part
    }
}
