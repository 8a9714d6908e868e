package import Federation
package import Reading

/// The addresses that a file at hand names, as a fetch would find them.
package enum FileLinks {
    /// The addresses at `path` in a page or an index. None where the file cannot be read, which intake tells.
    ///
    /// Throws `FeedFailure` where what stands there is no address or there are too many.
    package static func links(
        at path: String, ofFile file: String, coding: ContentCoding, as format: DocumentFormat, _ limits: FetchLimits
    ) throws -> [String] {
        let source = try FileSource(path: file)
        return try LinkReader.links(at: path, mediaType: nil, as: format, limit: limits.parts) {
            if coding == .identity { return source }
            return try InflatingSource(source, coding: coding, limits: .feed)
        }
    }
}
