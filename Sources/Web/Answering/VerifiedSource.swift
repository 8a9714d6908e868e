import Federation
import Pipeline
import Reading

/// Bytes of the archive that are checked while they go out: the last piece is given only where all of them together
/// are the bytes that were kept.
final class VerifiedSource: ByteSource {
    private static let pieceBytes = 64 << 10

    private let source: any ByteSource
    private let fingerprint: Fingerprint
    private let onDamage: @Sendable (DamagedFile) -> Void
    private var hasher = FingerprintHasher()
    private var pending: ArraySlice<UInt8> = []
    private var next: [UInt8]?

    /// The bytes of a source, which must have that SHA-256; `onDamage` hears of it where they have not.
    init(
        _ source: any ByteSource, _ fingerprint: Fingerprint, onDamage: @escaping @Sendable (DamagedFile) -> Void
    ) {
        self.source = source
        self.fingerprint = fingerprint
        self.onDamage = onDamage
    }

    /// Copies what comes next; throws `DamagedFile` at the end where the whole is not what was kept.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if pending.isEmpty { try advance() }
        let count = min(buffer.count, pending.count)
        buffer.copyBytes(from: pending.prefix(count))
        pending = pending.dropFirst(count)
        return count
    }

    /// Takes the piece that was read ahead, once the one after it has come or the whole is known to be right.
    private func advance() throws {
        let piece = try next ?? readPiece()
        guard !piece.isEmpty else {
            if next == nil { try check() }
            next = []
            return
        }
        let following = try readPiece()
        if following.isEmpty { try check() }
        next = following
        pending = piece[...]
    }

    private func check() throws {
        guard hasher.finish() == fingerprint else {
            onDamage(DamagedFile(fingerprint))
            throw DamagedFile(fingerprint)
        }
    }

    private func readPiece() throws -> [UInt8] {
        let source = source
        let piece = try [UInt8](unsafeUninitializedCapacity: VerifiedSource.pieceBytes) { buffer, count in
            count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        hasher.update(piece)
        return piece
    }
}
