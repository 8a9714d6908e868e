import Foundation

/// Bytes that are asked for piece by piece.
package protocol ByteSource: AnyObject {
    /// Fills the start of the buffer and says how many bytes came; 0 only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// The bytes of an array.
package final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    /// A source of those bytes.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Copies the bytes that come next.
    package func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}

/// The bytes of a file.
package final class FileSource: ByteSource {
    private let descriptor: Int32
    private let path: String

    /// Opens the file; throws `POSIXError` where it cannot be opened.
    package init(path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileSource.error(path) }
    }

    deinit { close(descriptor) }

    /// Reads what comes next; throws `POSIXError` where the file cannot be read.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw FileSource.error(path) }
        }
    }

    private static func error(_ path: String) -> POSIXError {
        POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO, userInfo: [NSFilePathErrorKey: path])
    }
}
