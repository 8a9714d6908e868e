import Federation
import Sealing
import Testing

struct `An edition's manifest` {
    private func sample() throws -> EditionManifest {
        try PublishedSample().manifest(year: 2023, number: 1, at: "2022-12-05T10:00:00Z")
    }

    private func text(_ manifest: EditionManifest) throws -> String {
        String(decoding: try manifest.bytes(), as: UTF8.self)
    }

    @Test
    func `is read back as it was written`() throws {
        for signed in try PublishedSample.threeEditions().manifests {
            #expect(try EditionManifest(bytes: signed.manifest.bytes()) == signed.manifest)
            let again = try SignedManifest(
                manifestBytes: signed.manifestBytes, signatureBytes: signed.signatureBytes)
            #expect(again == signed)
            #expect(again.wrongKeys.isEmpty)
        }
    }

    @Test
    func `keeps a moment to the second, as it is written`() throws {
        let sample = PublishedSample()
        let exact = try sample.manifest(year: 2023, number: 1, at: "2022-12-05T10:00:00.987Z")
        #expect(exact.publishedAt == Instant("2022-12-05T10:00:00Z"))
        #expect(try EditionManifest(bytes: exact.bytes()) == exact)
    }

    @Test
    func `in any other form than the canonical one is refused`() throws {
        let text = try text(sample())
        let other = [
            text + "\n", " " + text, text.replacing("\"year\":2023", with: "\"year\": 2023"),
            text.replacing("\"year\":2023", with: "\"year\":2023.0"),
            text.replacing("\"year\":2023", with: "\"year\":2.023e3"),
            text.replacing("\"withoutPdf\":false", with: "\"withoutPdf\":false,\"withoutPdf\":true"),
            text.replacing("\"year\":2023", with: "\"year\":2023,\"yearly\":1"),
            text.replacing("anna", with: "\\u0061nna"), text.replacing("10:00:00Z", with: "11:00:00+01:00"),
            "\u{FEFF}" + text,
        ]
        for changed in other {
            #expect(changed != text)
            #expect(throws: ManifestFault.notCanonical) { try EditionManifest(bytes: Array(changed.utf8)) }
        }
    }

    @Test
    func `without a member, or with one of another kind, says which`() throws {
        let text = try text(sample())
        let cases = [
            ("\"year\":2023", "\"year\":\"2023\"", "year"), ("\"year\":2023", "\"year\":1023", "year"),
            ("\"withoutPdf\":false", "\"withoutPdf\":0", "withoutPdf"),
            ("\"validTo\":\"2023-12-31\"", "\"validTo\":\"2023-12-32\"", "validTo"),
            ("samverkan-edition-manifest-1", "samverkan-edition-manifest-2", "kind"),
        ]
        for (old, new, member) in cases {
            let changed = text.replacing(old, with: new)
            #expect(changed != text)
            #expect(throws: ManifestFault.notReadable(member: member)) {
                try EditionManifest(bytes: Array(changed.utf8))
            }
        }
        for junk in ["", "[]", "{}", "null", "{", String(repeating: "[", count: 100_000), "\u{0}"] {
            #expect(throws: ManifestFault.self) { try EditionManifest(bytes: Array(junk.utf8)) }
        }
    }

    @Test
    func `longer than its limit is refused before it is read`() {
        let most = EditionManifest.longest
        #expect(throws: ManifestFault.tooLong(most: most)) {
            try EditionManifest(bytes: [UInt8](repeating: 32, count: most + 1))
        }
    }

    @Test
    func `that contradicts itself cannot be made or read`() throws {
        let sample = PublishedSample()
        #expect(throws: ManifestFault.contradiction("correction")) {
            try sample.manifest(year: 2023, number: 2, at: "2022-12-05T10:00:00Z")
        }
        #expect(throws: ManifestFault.contradiction("keys")) {
            try sample.manifest(year: 2023, number: 1, signers: [], at: "2022-12-05T10:00:00Z")
        }
        #expect(throws: ManifestFault.contradiction("chain")) {
            try sample.manifest(
                year: 2023, number: 1, at: "2022-12-05T10:00:00Z", chain: ChainLink(position: 2, previous: nil))
        }
        let text = try text(self.sample())
        let outside = text.replacing("prislista-2023-utgava-1.csv", with: "../utgava-1.csv")
        #expect(throws: ManifestFault.contradiction("renderings")) { try EditionManifest(bytes: Array(outside.utf8)) }
    }

    @Test
    func `is signed by every key that it names, or not at all`() throws {
        let sample = PublishedSample()
        let manifest = try sample.manifest(year: 2023, number: 1, signers: [0, 1], at: "2022-12-05T10:00:00Z")
        #expect(throws: KeyFault.previousKeyNeeded(id: sample.keys[0].verifyingKey.id)) {
            try SignedManifest(signing: manifest, with: [sample.keys[1]])
        }
        #expect(throws: KeyFault.keyNeeded(id: sample.keys[1].verifyingKey.id)) {
            try SignedManifest(signing: manifest, with: [sample.keys[0]])
        }
        let signed = try SignedManifest(signing: manifest, with: sample.keys.reversed())
        #expect(signed.wrongKeys.isEmpty)
        #expect(signed.signatures.count == 2)
    }

    @Test
    func `signatures of another manifest are told apart from wrong ones`() throws {
        let manifests = try PublishedSample.threeEditions().manifests
        #expect(throws: ManifestFault.otherManifest) {
            try SignedManifest(
                manifestBytes: manifests[0].manifestBytes, signatureBytes: manifests[1].signatureBytes)
        }
    }

    @Test
    func `of a correction of ten thousand lines is written and read in a moment`() throws {
        var sample = PublishedSample()
        try sample.publish(sample.manifest(year: 2023, number: 1, at: "2022-12-05T10:00:00Z"))
        let lines = (0..<10_000).map { "cs-" + String($0 + 1 << 40, radix: 16) }
        let correction = try sample.correction(changes: lines.reversed())
        let manifest = try sample.manifest(
            year: 2023, number: 2, at: "2023-03-10T10:00:00Z", correction: correction)
        #expect(try EditionManifest(bytes: manifest.bytes()) == manifest)
        #expect(manifest.correction?.changes.count == 10_000)
    }
}
