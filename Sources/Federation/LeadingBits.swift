import Crypto

extension Fingerprint {
    /// The first 64 bits of the SHA-256 of these bytes, most significant first: what a line id is made of.
    /// Quicker than a whole fingerprint where there are many.
    package static func leadingBits(of bytes: [UInt8]) -> UInt64 {
        SHA256.hash(data: bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
