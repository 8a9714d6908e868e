import Federation
import Foundation
import Glibc

/// A file handed in for verification: its name and where its bytes are.
package struct PackageFile: Sendable {
    /// The file's name without folder; the manifest names it so.
    package let name: String
    /// The folder that it lies in, as it was given; empty for bytes at hand.
    let folder: String
    private let content: Content

    private enum Content: Sendable {
        case bytes([UInt8])
        case file(path: String)
    }

    /// A file whose bytes are at hand.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        folder = ""
        content = .bytes(bytes)
    }

    /// A file on disk; it may be larger than memory.
    package init(path: String) {
        name = path.split(separator: "/").last.map(String.init) ?? path
        folder = String(path.dropLast(name.count))
        content = .file(path: path)
    }

    /// All bytes, or as many as one more than the limit; nil where the file cannot be read.
    func bytes(atMost most: Int) -> [UInt8]? {
        var all: [UInt8] = []
        let isRead = forEachPiece { piece in
            all.append(contentsOf: piece)
            return all.count <= most
        }
        return isRead ? all : nil
    }

    /// The fingerprint and the length in bytes; nil where the file cannot be read. Memory does not grow with the file.
    func measure() -> (sha256: Fingerprint, length: Int)? {
        var hasher = FingerprintHasher()
        var length = 0
        let isRead = forEachPiece { piece in
            piece.withUnsafeBytes { hasher.update($0) }
            length += piece.count
            return true
        }
        return isRead ? (hasher.finish(), length) : nil
    }

    /// Whether both files can be read and have the same bytes.
    func hasSameBytes(as other: PackageFile) -> Bool {
        guard let own = measure(), let others = other.measure() else { return false }
        return own == others
    }

    /// Gives the bytes piece by piece until `body` has enough; false where they cannot be read.
    private func forEachPiece(_ body: (Data) -> Bool) -> Bool {
        switch content {
        case .bytes(let bytes):
            _ = body(Data(bytes))
            return true
        case .file(let path):
            // A pipe or a device could go on for ever.
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
            guard let file = FileHandle(forReadingAtPath: path) else { return false }
            do {
                while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
                    if !body(piece) { break }
                }
                try file.close()
                return true
            } catch {
                return false
            }
        }
    }
}
