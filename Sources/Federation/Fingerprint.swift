import Crypto

/// SHA-256 of some bytes (fingeravtryck), the name of everything that is kept.
package struct Fingerprint: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 64 lower-case hex digits.
    package let hex: String

    /// The fingerprint of these bytes.
    package init(of bytes: some Sequence<UInt8>) {
        var hasher = FingerprintHasher()
        hasher.update(Array(bytes))
        self = hasher.finish()
    }

    /// Reads 64 lower-case hex digits; nil for anything else.
    package init?(hex: String) {
        let digits = hex.utf8
        guard digits.count == 64 else { return nil }
        guard digits.allSatisfy({ ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 102) }) else { return nil }
        self.hex = hex
    }

    fileprivate init(digest: SHA256.Digest) {
        let digits = Array("0123456789abcdef".utf8)
        hex = String(
            decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The first twelve digits, for tables that people read.
    package var short: String { String(hex.prefix(12)) }
    package var description: String { hex }
    package static func < (left: Fingerprint, right: Fingerprint) -> Bool { left.hex.precedes(right.hex) }
}

/// Makes a fingerprint of bytes that come in pieces.
package struct FingerprintHasher {
    private var hash = SHA256()

    package init() {}

    /// Adds bytes.
    package mutating func update(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// Adds bytes without copying them.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

    /// The fingerprint of all bytes added so far.
    package func finish() -> Fingerprint { Fingerprint(digest: hash.finalize()) }
}
