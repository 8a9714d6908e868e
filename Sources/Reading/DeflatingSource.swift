import CZlib

/// The bytes of another source as one gzip member without name and time, made piece by piece: memory does not grow with
/// them, and the same bytes always give the same.
package final class DeflatingSource: ByteSource {
    private static let pieceBytes = 64 << 10

    private let source: any ByteSource
    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private var isSourceAtEnd = false
    private var isAtEnd = false

    /// A source of those bytes, compressed. Throws where zlib has no memory.
    package init(_ source: any ByteSource) throws {
        self.source = source
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        input = .allocate(capacity: DeflatingSource.pieceBytes)
        let size = Int32(MemoryLayout<z_stream>.size)
        // 31 is the largest window, in the gzip format.
        let began = deflateInit2_(
            stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        guard began == Z_OK else { throw MemoryIsShort() }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    /// Compresses until some bytes have come; throws what the source throws.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let output = buffer.bindMemory(to: UInt8.self)
        guard !isAtEnd, output.count > 0 else { return 0 }
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(clamping: output.count)
        let room = Int(stream.pointee.avail_out)
        while Int(stream.pointee.avail_out) == room, !isAtEnd {
            if stream.pointee.avail_in == 0, !isSourceAtEnd { try refill() }
            let result = deflate(stream, isSourceAtEnd ? Z_FINISH : Z_NO_FLUSH)
            guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { throw MemoryIsShort() }
            isAtEnd = result == Z_STREAM_END
        }
        return room - Int(stream.pointee.avail_out)
    }

    private func refill() throws {
        let count = try source.read(into: UnsafeMutableRawBufferPointer(input))
        isSourceAtEnd = count == 0
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(count)
    }
}
