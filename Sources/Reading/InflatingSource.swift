import CZlib
package import Federation

/// Takes off the one layer of coding that a part came in, counting on both sides.
/// It demands the end of the compressed stream and nothing after it; a second gzip member is something after it, since
/// a feed is one file. `deflate` is the zlib format (RFC 9110, section 8.4.1.2), never the bare one.
package final class InflatingSource: ByteSource {
    private let source: any ByteSource
    private let coding: ContentCoding
    private let limits: ReadingLimits
    /// At a fixed address, which zlib remembers.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let wire = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    private var hasEnded = false
    private var sourceHasEnded = false

    /// A bomb: content of more bytes than this that is so many times larger than what it came in. A million records of
    /// a price submission become 20 to 40 times smaller, and nothing that is worth reading 200 times.
    private static let bomb = (bytes: 16 << 20, ratio: 200)

    /// Bytes taken from the wire so far.
    package private(set) var wireLength = 0
    /// Bytes of content given so far.
    package private(set) var contentLength = 0

    /// A source of the decoded bytes of `source`.
    package init(_ source: some ByteSource, coding: ContentCoding, limits: ReadingLimits = .feed) throws {
        self.source = source
        self.coding = coding
        self.limits = limits
        stream.initialize(to: z_stream())
        guard coding != .identity else { return }
        // 15 is the largest window; 16 more means gzip instead of zlib.
        let windowBits: Int32 = coding == .gzip ? 31 : 15
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, windowBits, ZLIB_VERSION, size) == Z_OK else { throw MemoryIsShort() }
    }

    deinit {
        if coding != .identity { inflateEnd(stream) }
        stream.deallocate()
        wire.deallocate()
    }

    /// Decodes what comes next; throws a `ReadingFault` where the stream is cut, corrupt, too large or goes on.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = coding == .identity ? try copy(into: buffer) : try inflate(into: buffer)
        contentLength += count
        let isBomb = contentLength > Self.bomb.bytes && contentLength / Self.bomb.ratio > wireLength
        let limit = isBomb ? min(Self.bomb.bytes, limits.contentBytes) : limits.contentBytes
        guard contentLength <= limit else {
            let code = coding == .identity ? "content-too-large" : "inflate-too-large"
            throw ReadingFault(code, ["limit": String(limit)])
        }
        return count
    }

    private func copy(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(into: buffer)
        try countWire(count)
        return count
    }

    private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = UInt32(clamping: buffer.count)
        while !hasEnded, Int(stream.pointee.avail_out) == buffer.count {
            try refill()
            let result = CZlib.inflate(stream, Z_NO_FLUSH)
            switch result {
            case Z_OK: break
            case Z_STREAM_END:
                hasEnded = true
                try demandEnd()
            case Z_BUF_ERROR where sourceHasEnded: throw fault("inflate-cut-short")
            case Z_BUF_ERROR: break
            case Z_MEM_ERROR: throw MemoryIsShort()
            default: throw broken()
            }
        }
        return buffer.count - Int(stream.pointee.avail_out)
    }

    private func refill() throws {
        guard stream.pointee.avail_in == 0, !sourceHasEnded else { return }
        let count = try source.read(into: wire)
        try countWire(count)
        sourceHasEnded = count == 0
        stream.pointee.next_in = wire.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_in = UInt32(count)
    }

    private func countWire(_ count: Int) throws {
        wireLength += count
        guard wireLength <= limits.wireBytes else {
            throw ReadingFault("content-too-large", ["limit": String(limits.wireBytes)])
        }
    }

    private func demandEnd() throws {
        if stream.pointee.avail_in == 0 { try refill() }
        guard stream.pointee.avail_in == 0 else { throw fault("inflate-trailing-bytes") }
    }

    /// The header is what is wrong where nothing has come out and zlib's own words say so.
    private func broken() -> ReadingFault {
        let words = stream.pointee.msg.map { String(cString: $0) } ?? ""
        return words == "incorrect header check" ? fault("inflate-not-gzip") : fault("inflate-corrupt", words)
    }

    private func fault(_ code: String, _ words: String? = nil) -> ReadingFault {
        let byte = wireLength - Int(stream.pointee.avail_in)
        var arguments = ["coding": coding.rawValue, "byte": String(byte)]
        arguments["detail"] = words
        return ReadingFault(code, arguments)
    }
}
