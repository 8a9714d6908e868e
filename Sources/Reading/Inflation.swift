package import Federation

/// Decodes what came over the wire once, to learn what it is (uppackning).
package enum Inflation {
    /// Sends the decoded bytes to `sink` and says their fingerprint and length. Throws a `ReadingFault` where the stream
    /// is cut, corrupt, too large or followed by more bytes, and whatever source or sink throw.
    package static func copy(
        from source: some ByteSource, coding: ContentCoding, limits: ReadingLimits = .feed,
        to sink: (UnsafeRawBufferPointer) throws -> Void = { _ in }
    ) throws -> (content: Fingerprint, length: Int) {
        let inflating = try InflatingSource(source, coding: coding, limits: limits)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { buffer.deallocate() }
        var hasher = FingerprintHasher()
        while case let count = try inflating.read(into: buffer), count > 0 {
            let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            hasher.update(piece)
            try sink(piece)
        }
        return (hasher.finish(), inflating.contentLength)
    }
}
