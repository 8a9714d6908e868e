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

    /// Opens the file; throws `FileFault` where it cannot be opened.
    package init(path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault(path: path, number: errno) }
    }

    deinit { close(descriptor) }

    /// Reads what comes next; throws `FileFault` where the file cannot be read.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw FileFault(path: path, number: errno) }
        }
    }
}

/// A file that cannot be opened or read: which, and why. (Foundation's `POSIXError` forgets the path on Linux.)
package struct FileFault: Error, Hashable, CustomStringConvertible {
    package let path: String
    /// The system's error number.
    package let number: Int32

    /// A fault of that file.
    package init(path: String, number: Int32) {
        self.path = path
        self.number = number
    }

    package var description: String { "\(path): \(String(cString: strerror(number)))" }
}
