import Federation
import NIOCore
import Reading

/// The bytes of an answer with their entity tag, compressed beforehand where they are kept.
struct Body: Sendable {
    /// Smaller bodies are sent as they are, in bytes.
    static let compressedFrom = 1024

    let plain: ByteBuffer
    /// Compressed once, for bodies that are sent many times; nil for those made for one answer.
    let kept: ByteBuffer?
    /// The entity tag without its quotes: SHA-256 of the bytes.
    let tag: String

    /// A body made for one answer.
    init(_ bytes: [UInt8]) {
        plain = ByteBuffer(bytes: bytes)
        kept = nil
        tag = Fingerprint(of: bytes).hex
    }

    /// A body that is kept and sent many times.
    init(keeping bytes: [UInt8]) throws {
        plain = ByteBuffer(bytes: bytes)
        kept = bytes.count >= Body.compressedFrom ? ByteBuffer(bytes: try Deflation.gzip(bytes)) : nil
        tag = Fingerprint(of: bytes).hex
    }

    /// The bytes compressed; nil where they are too few to be worth it.
    func compressed() throws -> ByteBuffer? {
        if let kept { return kept }
        guard plain.readableBytes >= Body.compressedFrom else { return nil }
        return ByteBuffer(bytes: try Deflation.gzip(Array(plain.readableBytesView)))
    }
}
