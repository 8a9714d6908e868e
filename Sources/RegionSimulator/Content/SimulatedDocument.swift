package import Federation

/// One document that a simulated region's server hands out.
package struct SimulatedDocument: Sendable {
    /// The absolute path with its query, for example `/prislista?sida=2`.
    package let path: String
    /// The media type header, for example `text/xml; charset=ISO-8859-1`.
    package let mediaType: String
    /// The content before any coding on the wire.
    package let bytes: [UInt8]
    /// Whether the server gzips it where the client accepts that.
    package let gzip: Bool
    /// Whether the server gives it a strong ETag.
    package let etag: Bool
    /// The time in Last-Modified; nil where the region gives none.
    package let lastModified: Instant?
    /// So many blanks follow the content on the wire, uncoded; they are not held in memory. For files beyond every limit.
    package let trailingBlanks: Int

    package init(
        path: String, mediaType: String, bytes: [UInt8], gzip: Bool = false, etag: Bool = false,
        lastModified: Instant? = nil, trailingBlanks: Int = 0
    ) {
        self.path = path
        self.mediaType = mediaType
        self.bytes = bytes
        self.gzip = gzip
        self.etag = etag
        self.lastModified = lastModified
        self.trailingBlanks = trailingBlanks
    }
}
