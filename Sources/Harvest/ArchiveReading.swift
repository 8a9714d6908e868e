package import Federation
package import Reading

extension Archive {
    /// The decoded content of a part, from its first byte. Throws a `ReadingFault` where nobody can decode it; reading
    /// on past the limits throws one too.
    package func open(_ part: VersionPart, limits: ReadingLimits = .feed) throws -> any ByteSource {
        guard part.coding != .unknown else { throw ReadingFault("coding-unknown") }
        let file = try FileSource(path: wirePath(of: part))
        return part.coding == .identity ? file : try InflatingSource(file, coding: part.coding, limits: limits)
    }

    /// At most `limit` bytes of a part's content from where `range` begins, for showing what stands at a place.
    package func rawBytes(of part: VersionPart, range: Range<Int>, limit: Int) throws -> [UInt8] {
        let source = try open(part)
        let wanted = min(range.count, limit)
        var position = 0
        var found: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while found.count < wanted {
            let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { break }
            let first = max(range.lowerBound - position, 0)
            if first < count { found += buffer[first..<min(count, first + wanted - found.count)] }
            position += count
        }
        return found
    }

    /// Keeps a file that a person hands in as a part of that role; gzip is known by its first bytes.
    /// Throws `FeedFailure` (`body-too-large`) past the limit, and what the disk throws.
    package func keepFile(at path: String, role: String = "body", limits: FetchLimits) throws -> VersionPart {
        let source = try FileSource(path: path)
        let file = try newFile()
        var start: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { break }
            if start.count < 2 { start += buffer.prefix(min(count, 2)) }
            try buffer.withUnsafeBytes { try file.append(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
            guard file.length <= limits.wireBytes else {
                throw FeedFailure(.bodyTooLarge, "more than \(limits.wireBytes) bytes")
            }
        }
        return try keep(
            file, role: role, coding: start.starts(with: [0x1F, 0x8B]) ? .gzip : .identity, mediaType: nil,
            contentLimit: limits.contentBytes)
    }
}

extension Archive {
    /// Whether the bytes of a part are still the ones that came: their SHA-256 is their name.
    package func isUnbroken(_ part: VersionPart) throws -> Bool { try isUnbroken(part.wire) }

    /// Whether the bytes of that SHA-256 are here and still the ones that were kept. Memory does not grow with them.
    package func isUnbroken(_ fingerprint: Fingerprint) throws -> Bool {
        guard has(fingerprint) else { return false }
        let source = try FileSource(path: path(of: fingerprint))
        var hasher = FingerprintHasher()
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { break }
            buffer.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
        }
        return hasher.finish() == fingerprint
    }
}
