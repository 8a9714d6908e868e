import Federation
import Sealing

/// Editions published one after the other in one chain, with small files.
struct PublishedSample {
    let keys: [SigningKey]
    private(set) var manifests: [SignedManifest] = []
    /// Every published file by its name, manifests and signatures included.
    private(set) var files: [String: [UInt8]] = [:]

    /// Keys of fixed seeds, so that a failure happens again.
    init(keyCount: Int = 2) {
        keys = (1...UInt8(keyCount)).compactMap { SigningKey(seed: [UInt8](repeating: $0, count: 32)) }
    }

    /// The manifest of a next edition, as it would be signed by these of the keys.
    func manifest(
        year: Int, number: Int, signers: [Int] = [0], at moment: String, withoutPDF: Bool = false,
        correction: CorrectionRecord? = nil, chain: ChainLink? = nil, givingUp: [Int] = []
    ) throws -> EditionManifest {
        let year = try Known.year(year)
        let names = EditionFileNames(year: year, number: number)
        let renderings = Self.renderings(year, number).map { RenderingRecord($0, name: names.rendering($0.suffix)) }
        let edition = try Known.value(renderings.first?.sha256)
        let next = manifests.last.map { ChainLink(after: $0.manifest, fingerprint: $0.fingerprint) } ?? .first
        return try EditionManifest(
            year: year, number: number, edition: edition, renderings: renderings, withoutPDF: withoutPDF,
            decision: ListDecision(
                number: "SN 2022-0031", paragraph: "\(46 + number)", day: try Known.moment(moment).day,
                validFrom: Day(firstOf: year)),
            validTo: Day(lastOf: year),
            persons: .init(proposedBy: "anna", adoptedBy: "bo", publishedBy: "anna"), correction: correction,
            publishedAt: try Known.moment(moment), chain: chain ?? next, keys: signers.map { keys[$0].verifyingKey },
            keysGivenUp: try givingUp.map { GivenUpKey(keys[$0].verifyingKey, by: try Self.loss()) })
    }

    /// The decision that a key is lost.
    static func loss() throws -> KeyDecision {
        KeyDecision(
            number: "SN 2024-0003", paragraph: "5", day: try Known.moment("2024-01-12T09:00:00Z").day,
            reason: "Disken gick sönder på länsväg å")
    }

    /// Publishes a manifest with its files.
    mutating func publish(_ manifest: EditionManifest, with others: [SigningKey] = []) throws {
        let signed = try SignedManifest(signing: manifest, with: keys + others)
        manifests.append(signed)
        files[signed.names.manifest] = signed.manifestBytes
        files[signed.names.signatures] = signed.signatureBytes
        for rendering in Self.renderings(manifest.year, manifest.number) {
            files[signed.names.rendering(rendering.suffix)] = rendering.bytes
        }
    }

    /// The correction of the last edition published.
    func correction(changes: [String] = ["cs-5f0c1b8e9a7d4c32"]) throws -> CorrectionRecord {
        let last = try Known.value(manifests.last)
        return CorrectionRecord(
            number: last.manifest.number, manifest: last.fingerprint, reason: "Fel pris för å, ä och ö",
            changes: changes)
    }

    /// The files, as they would be handed in.
    var packageFiles: [PackageFile] { files.map { PackageFile(name: $0.key, bytes: $0.value) } }

    private static func renderings(_ year: Year, _ number: Int) -> [Rendering] {
        [("json", "application/json"), ("csv", "text/csv"), ("pdf", "application/pdf")].map { suffix, type in
            Rendering(
                suffix: suffix, mediaType: type, bytes: Array("Prislista \(year), utgåva \(number), \(suffix)\n".utf8))
        }
    }

    /// The three editions, and 2025 by a third key alone, since the second is lost.
    static func fourEditions() throws -> PublishedSample {
        var sample = PublishedSample(keyCount: 3)
        for signed in try threeEditions().manifests { try sample.publish(signed.manifest) }
        try sample.publish(
            sample.manifest(year: 2025, number: 1, signers: [2], at: "2024-12-02T10:00:00Z", givingUp: [1]))
        return sample
    }

    /// 2023, its correction, and 2024 by a new key that the old one signs too.
    static func threeEditions() throws -> PublishedSample {
        var sample = PublishedSample()
        try sample.publish(sample.manifest(year: 2023, number: 1, at: "2022-12-05T10:00:00Z"))
        try sample.publish(
            sample.manifest(year: 2023, number: 2, at: "2023-03-10T10:00:00Z", correction: sample.correction()))
        try sample.publish(sample.manifest(year: 2024, number: 1, signers: [0, 1], at: "2023-12-04T10:00:00Z"))
        return sample
    }
}

/// Values that a test writes down and that are there, or the test fails.
enum Known {
    struct Absent: Error {}

    static func value<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Absent() }
        return value
    }

    static func year(_ number: Int) throws -> Year { try value(Year(number)) }
    static func moment(_ text: String) throws -> Instant { try value(Instant(text)) }
}
