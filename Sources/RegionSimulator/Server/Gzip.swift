import CZlib

/// Makes gzip that is the same for the same bytes: no file name, no time of day.
enum Gzip {
    /// The bytes as one gzip member.
    static func compress(_ bytes: [UInt8]) -> [UInt8] {
        deflate(bytes, windowBits: MAX_WBITS + 16, flush: Z_FINISH)
    }

    /// One gzip member of the bytes and so many MiB of blanks, which take about a thousandth of that.
    static func bomb(_ start: [UInt8], blankMebibytes count: Int) -> [UInt8] {
        let block = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
        // A fully flushed piece of deflate stands for itself, so that it can be repeated.
        let piece = deflate(block, windowBits: -MAX_WBITS, flush: Z_FULL_FLUSH)
        let pieceChecksum = checksum(of: block)
        var bytes: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
        bytes += deflate(start, windowBits: -MAX_WBITS, flush: Z_FULL_FLUSH)
        var sum = checksum(of: start)
        for _ in 0..<count {
            bytes += piece
            sum = crc32_combine(sum, pieceChecksum, block.count)
        }
        let lastEmptyBlock: [UInt8] = [3, 0]
        return bytes + lastEmptyBlock + littleEndian(sum) + littleEndian(UInt(start.count + count * block.count))
    }

    /// The CRC-32 of the bytes.
    static func checksum(of bytes: [UInt8]) -> UInt { crc32_z(0, bytes, bytes.count) }

    /// The lowest 32 bits, lowest byte first.
    static func littleEndian(_ number: UInt) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func deflate(_ bytes: [UInt8], windowBits: Int32, flush: Int32) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        let begun = deflateInit2_(&stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        precondition(begun == Z_OK, "zlib has no memory")
        defer { deflateEnd(&stream) }
        var input = bytes
        let room = Int(deflateBound(&stream, UInt(bytes.count))) + 64
        return input.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: room) { target, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(room)
                _ = CZlib.deflate(&stream, flush)
                count = room - Int(stream.avail_out)
            }
        }
    }
}
