/// How much a reader takes in before it refuses.
package struct ReadingLimits: Sendable {
    /// Bytes on the wire, before inflating.
    package var wireBytes: Int
    /// Bytes of content, after inflating and before transcoding.
    package var contentBytes: Int
    /// Open XML elements, one inside the other.
    package var elementDepth: Int
    /// Open JSON objects and arrays, one inside the other.
    package var containerDepth: Int
    /// UTF-8 bytes of one start tag.
    package var startTagBytes: Int
    /// Attributes of one start tag; libxml2's time grows with the square of their number.
    package var attributeCount: Int
    /// UTF-8 bytes of one value, comment or processing instruction.
    package var textBytes: Int
    /// Distinct names in one document.
    package var nameCount: Int

    /// Limits in bytes and counts; what is not given suits every feed.
    package init(
        wireBytes: Int, contentBytes: Int, elementDepth: Int = 256, containerDepth: Int = 64,
        startTagBytes: Int = 64 << 10, attributeCount: Int = 256, textBytes: Int = 1 << 20,
        nameCount: Int = 10_000
    ) {
        self.wireBytes = wireBytes
        self.contentBytes = contentBytes
        self.elementDepth = elementDepth
        self.containerDepth = containerDepth
        self.startTagBytes = startTagBytes
        self.attributeCount = attributeCount
        self.textBytes = textBytes
        self.nameCount = nameCount
    }

    /// For a region's feed: 512 MiB on the wire, 1 GiB of content.
    package static let feed = ReadingLimits(wireBytes: 512 << 20, contentBytes: 1 << 30)
    /// For our own small files: 16 MiB.
    package static let small = ReadingLimits(wireBytes: 16 << 20, contentBytes: 16 << 20)
}
