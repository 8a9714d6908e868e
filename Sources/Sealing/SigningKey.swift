import Crypto
import CryptoExtras
import Foundation

/// The private half of a signing key (privat nyckel, Ed25519): whoever has it signs in the committee's name.
package struct SigningKey: Sendable, CustomStringConvertible {
    private let key: Curve25519.Signing.PrivateKey

    /// A new key from the system's source of randomness.
    package init() { key = Curve25519.Signing.PrivateKey() }

    /// The key of this 32-byte seed; nil for another number of bytes.
    package init?(seed: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
        self.key = key
    }

    /// Reads a private key in PEM (PKCS #8, `BEGIN PRIVATE KEY`). Throws `KeyFault.notAPrivateKey`.
    package init(pem: String) throws(KeyFault) {
        guard let key = try? Curve25519.Signing.PrivateKey(pemRepresentation: pem) else { throw .notAPrivateKey }
        self.key = key
    }

    /// The public half.
    package var verifyingKey: VerifyingKey { VerifyingKey(of: key) }

    /// The key in PEM, for its file and nothing else.
    var pem: String { key.pemRepresentation + "\n" }

    /// The signature (64 bytes) over these bytes.
    package func signature(of message: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: message)) }

    /// The key's id; never the key, wherever it is printed.
    package var description: String { "signing key \(verifyingKey.id)" }
}

extension VerifyingKey {
    fileprivate init(of key: Curve25519.Signing.PrivateKey) { bytes = Array(key.publicKey.rawRepresentation) }
}
