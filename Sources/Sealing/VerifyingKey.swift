import Crypto
import CryptoExtras
import Federation
import Foundation

/// The public half of a signing key (öppen nyckel, Ed25519): proves who signed.
package struct VerifyingKey: Hashable, Sendable {
    /// The key's 32 bytes.
    package let bytes: [UInt8]

    /// The key of these 32 bytes; nil for another number of them.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Reads 64 lower-case hex digits.
    package init?(hex: String) {
        guard let bytes = Hex.bytes(hex, count: 32) else { return nil }
        self.bytes = bytes
    }

    /// Reads a public key in PEM (`BEGIN PUBLIC KEY`). Throws `KeyFault.notAPublicKey`.
    package init(pem: String) throws(KeyFault) {
        guard let key = try? Curve25519.Signing.PublicKey(pemRepresentation: pem) else { throw .notAPublicKey }
        bytes = Array(key.rawRepresentation)
    }

    /// 64 lower-case hex digits.
    package var hex: String { Hex.text(bytes) }

    /// The key's id: the first 16 hex digits of its SHA-256.
    package var id: String { String(Fingerprint(of: bytes).hex.prefix(16)) }

    /// The key in PEM, as other programs read it. Throws `KeyFault.notAPublicKey` for bytes that are no key.
    package func pem() throws(KeyFault) -> String {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { throw .notAPublicKey }
        return key.pemRepresentation + "\n"
    }

    /// Whether the signature (64 bytes) is this key's over exactly these bytes.
    package func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature, for: message)
    }
}

/// Bytes as lower-case hex digits: one way to write them, so that a changed character is never the same bytes.
enum Hex {
    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Reads so many bytes; nil for anything but twice as many lower-case hex digits.
    static func bytes(_ text: String, count: Int) -> [UInt8]? {
        let values = text.utf8.compactMap { digit in
            switch digit {
            case 48...57: digit - 48
            case 97...102: digit - 87
            default: nil
            }
        }
        guard values.count == text.utf8.count, values.count == 2 * count else { return nil }
        return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }
}
