import CZlib

/// Compresses what the server sends (packning).
package enum Deflation {
    /// The bytes as one gzip member without name and time, so that the same bytes always give the same.
    package static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        return try withUnsafeMutablePointer(to: &stream) { stream in
            let size = Int32(MemoryLayout<z_stream>.size)
            // 31 is the largest window, in the gzip format.
            let level = Z_DEFAULT_COMPRESSION
            guard deflateInit2_(stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
                throw MemoryIsShort()
            }
            defer { deflateEnd(stream) }
            return try deflate(bytes, with: stream)
        }
    }

    private static func deflate(_ bytes: [UInt8], with stream: UnsafeMutablePointer<z_stream>) throws -> [UInt8] {
        guard let inputCount = UInt32(exactly: bytes.count) else { throw MemoryIsShort() }
        // zlib asks for a pointer that it could write through, and does not.
        var input = bytes
        return try input.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = inputCount
            let capacity = Int(deflateBound(stream, UInt(inputCount)))
            return try [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(clamping: capacity)
                guard CZlib.deflate(stream, Z_FINISH) == Z_STREAM_END else { throw MemoryIsShort() }
                count = Int(stream.pointee.total_out)
            }
        }
    }
}
