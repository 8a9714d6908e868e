package import Federation
import Foundation
import Reading

/// Documents of ours in the archive: frozen input, editions and their renderings, under the names of their SHA-256.
extension Archive {
    /// Keeps bytes of ours, synced before it returns. Throws what the disk throws.
    package func keep(_ bytes: [UInt8]) throws -> Fingerprint {
        let file = try newFile()
        try bytes.withUnsafeBytes { try file.append($0) }
        return try keepDocument(file)
    }

    /// Keeps a copy of a file of ours, synced before it returns; says its length in bytes too. Throws what the disk
    /// throws.
    package func keepCopy(of path: String) throws -> (sha256: Fingerprint, length: Int) {
        let source = try FileSource(path: path)
        let file = try newFile()
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { break }
            try buffer.withUnsafeBytes { try file.append(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
        }
        return (try keepDocument(file), file.length)
    }

    /// The bytes of that SHA-256; nil where they are not here, or are no longer the ones that were kept.
    package func document(_ fingerprint: Fingerprint) throws -> [UInt8]? {
        guard has(fingerprint) else { return nil }
        let bytes = Array(try Data(contentsOf: URL(filePath: path(of: fingerprint))))
        return Fingerprint(of: bytes) == fingerprint ? bytes : nil
    }

    private func keepDocument(_ file: IncomingFile) throws -> Fingerprint {
        try keep(file, role: "document", coding: .identity, mediaType: nil, contentLimit: .max).wire
    }
}
