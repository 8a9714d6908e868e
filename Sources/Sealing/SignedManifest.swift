package import Federation

/// A manifest with the signatures that lie beside it (undertecknat manifest): two files, of which the first is exactly
/// the bytes that are signed.
package struct SignedManifest: Hashable, Sendable {
    /// The name of the signature file's form.
    package static let kind = "samverkan-signatures-1"
    /// The longest signature file, in bytes.
    package static let longestSignatures = 4096

    package let manifest: EditionManifest
    /// The manifest's canonical JSON: the first file.
    package let manifestBytes: [UInt8]
    /// SHA-256 of those bytes: what the next manifest names as its previous.
    package let fingerprint: Fingerprint
    /// One signature (64 bytes) per key of the manifest, in its order.
    package let signatures: [[UInt8]]
    /// The signatures' canonical JSON: the second file.
    package let signatureBytes: [UInt8]

    /// Signs a manifest by every key that it names. Throws `KeyFault.keyNeeded` or `.previousKeyNeeded` where
    /// one of them is not given.
    package init(signing manifest: EditionManifest, with keys: [SigningKey]) throws {
        let bytes = try manifest.bytes()
        let signatures = try manifest.keys.map { named in
            guard let key = keys.first(where: { $0.verifyingKey == named }) else {
                throw named == manifest.keys.last
                    ? KeyFault.keyNeeded(id: named.id) : KeyFault.previousKeyNeeded(id: named.id)
            }
            return try key.signature(of: bytes)
        }
        self.manifest = manifest
        manifestBytes = bytes
        fingerprint = Fingerprint(of: bytes)
        self.signatures = signatures
        signatureBytes = try CanonicalJSON.bytes(of: Self.value(signatures, of: fingerprint, by: manifest.keys))
    }

    /// Reads both files. Throws where either is not in its one form or they do not belong together; whether the
    /// signatures are right is told by `wrongKeys`.
    package init(manifestBytes: [UInt8], signatureBytes: [UInt8]) throws(ManifestFault) {
        try self.init(
            try EditionManifest(bytes: manifestBytes), manifestBytes: manifestBytes, signatureBytes: signatureBytes)
    }

    /// Reads the signatures beside a manifest that was read from these bytes.
    init(_ manifest: EditionManifest, manifestBytes: [UInt8], signatureBytes: [UInt8]) throws(ManifestFault) {
        let fingerprint = Fingerprint(of: manifestBytes)
        let object = try CanonicalObject(
            try CanonicalReading.value(of: signatureBytes, atMost: Self.longestSignatures), "kind")
        let named: Fingerprint = try object.text("manifest") { Fingerprint(hex: $0) }
        guard named == fingerprint else { throw .otherManifest }
        var signatures: [[UInt8]] = []
        for item in try object.items("signatures", atMost: 2) {
            signatures.append(
                try CanonicalObject(item, "signatures").text("signature") { Hex.bytes($0, count: 64) })
        }
        guard signatures.count == manifest.keys.count else { throw .otherKeys }
        let value = Self.value(signatures, of: fingerprint, by: manifest.keys)
        guard let again = try? CanonicalJSON.bytes(of: value), again == signatureBytes else { throw .otherKeys }
        self.manifest = manifest
        self.manifestBytes = manifestBytes
        self.fingerprint = fingerprint
        self.signatures = signatures
        self.signatureBytes = signatureBytes
    }

    /// The keys of the manifest whose signatures are wrong; empty where all are right.
    package var wrongKeys: [VerifyingKey] {
        zip(manifest.keys, signatures).filter { !$0.isSignature($1, of: manifestBytes) }.map(\.0)
    }

    private static func value(
        _ signatures: [[UInt8]], of manifest: Fingerprint, by keys: [VerifyingKey]
    ) -> CanonicalValue {
        [
            "kind": .string(kind), "manifest": .string(manifest.hex),
            "signatures": .array(
                zip(keys, signatures).map { ["keyId": .string($0.id), "signature": .string(Hex.text($1))] }),
        ]
    }
}
