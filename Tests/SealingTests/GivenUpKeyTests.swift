import Federation
import Sealing
import Testing

struct `A key that was given up without its signature` {
    private let stepName = "prislista-2025-utgava-1.manifest.json"
    private let afterName = "prislista-2026-utgava-1.manifest.json"

    private func verify(_ sample: PublishedSample, key: Int, only stem: String = "") -> PackageVerification {
        let files = sample.files.filter { $0.key.hasPrefix(stem) }.map { PackageFile(name: $0.key, bytes: $0.value) }
        return PackageVerification.verify(files: files, key: sample.keys[key].verifyingKey)
    }

    private func statement(_ sample: PublishedSample, _ key: Int) throws -> GivenUpKey {
        GivenUpKey(sample.keys[key].verifyingKey, by: try PublishedSample.loss())
    }

    @Test
    func `is stated in the bytes that are signed, with the decision and the reason`() throws {
        let sample = try PublishedSample.fourEditions()
        let step = try Known.value(sample.manifests.last)
        #expect(try EditionManifest(bytes: step.manifestBytes) == step.manifest)
        #expect(step.manifest.keys == [sample.keys[2].verifyingKey])
        let text = String(decoding: step.manifestBytes, as: UTF8.self)
        #expect(
            text.contains(
                #""keysGivenUp":[{"decision":{"day":"2024-01-12","number":"SN 2024-0003","paragraph":"5"},"#
                    + #""id":"\#(sample.keys[1].verifyingKey.id)","#))
        #expect(text.contains(#""reason":"Disken gick sönder på länsväg å"}]"#))
    }

    @Test
    func `changes no byte of the manifests that give none up`() throws {
        let manifests = try PublishedSample.threeEditions().manifests
        #expect(
            manifests.map(\.fingerprint.hex) == [
                "46b7314b2351c234d3d0f3c390939f9c1be9b89c8cd3fd69a33d723c79c34cc1",
                "de6468ab5599878fc32068f74a220909cb9db47a4667e1fdd8abd6fd8b8f38d9",
                "dbdbf933c2c9b67cd51726dfb5d9019c984c0f4e67b596ff6a4b2eb3fbb530ac",
            ])
    }

    @Test
    func `in another form than the one is refused`() throws {
        let sample = try PublishedSample.fourEditions()
        let text = String(decoding: sample.manifests[3].manifestBytes, as: UTF8.self)
        let first = String(decoding: sample.manifests[0].manifestBytes, as: UTF8.self)
        let own = sample.keys[2].verifyingKey
        for (changed, fault) in [
            (first.replacing(#""number":1"#, with: #""keysGivenUp":[],"number":1"#), ManifestFault.notCanonical),
            (text.replacing(#""reason":"Disken"#, with: #""extra":1,"reason":"Disken"#), .notCanonical),
            (text.replacing("Disken gick", with: #"Disken\ngick"#), .contradiction("keysGivenUp")),
            (text.replacing(#""paragraph":"5"},"id""#, with: #""paragraph":""},"id""#), .contradiction("keysGivenUp")),
            (text.replacing(#""day":"2024-01-12""#, with: #""day":"2024-01-32""#), .notReadable(member: "day")),
        ] {
            #expect(changed != text && changed != first)
            #expect(throws: fault) { try EditionManifest(bytes: Array(changed.utf8)) }
        }
        #expect(throws: ManifestFault.contradiction("keysGivenUp")) {
            try sample.manifest(year: 2026, number: 1, signers: [2], at: "2025-12-01T10:00:00Z", givingUp: [2])
        }
        #expect(throws: ManifestFault.contradiction("keysGivenUp")) {
            try sample.manifest(year: 2026, number: 1, signers: [2], at: "2025-12-01T10:00:00Z", givingUp: [1, 1])
        }
        #expect(own.id != sample.keys[1].verifyingKey.id)
    }

    @Test
    func `leaves the chain whole, and the new key proves what came after and what came before`() throws {
        let sample = try PublishedSample.fourEditions()
        let result = verify(sample, key: 2)
        #expect(result.verdict == .provedAndWhole)
        #expect(result.outcomes.filter { if case .proved = $0 { true } else { false } }.count == 4)
        let told = VerificationOutcome.keyGivenUp(
            manifest: stepName, try statement(sample, 1), new: [sample.keys[2].verifyingKey.id])
        #expect(result.outcomes.contains(told))
        for language in [Language.swedish, .english] {
            #expect(told.text(language).contains("SN 2024-0003 § 5"))
            #expect(told.text(language).contains("Disken gick sönder"))
        }
    }

    @Test(arguments: [0, 1])
    func `proves nothing after it, nor does a key that handed over to it, and where to turn is told`(key: Int) throws {
        var sample = try PublishedSample.fourEditions()
        try sample.publish(sample.manifest(year: 2026, number: 1, signers: [2], at: "2025-12-01T10:00:00Z"))
        let result = verify(sample, key: key)
        #expect(result.verdict == .wholeButSignerNotProved)
        let id = sample.keys[key].verifyingKey.id
        for before in ["2023-utgava-1", "2023-utgava-2", "2024-utgava-1"] {
            #expect(result.outcomes.contains(.proved(manifest: "prislista-\(before).manifest.json", key: id)))
        }
        for after in [stepName, afterName] {
            let outcome = VerificationOutcome.notProvedSinceGivenUp(
                manifest: after, key: id, try statement(sample, 1))
            #expect(result.outcomes.contains(outcome))
            #expect(outcome.text(.swedish).contains("beslut SN 2024-0003 § 5, 2024-01-12"))
            #expect(outcome.text(.swedish).contains("Hämta den nya öppna nyckeln från samverkansnämnden"))
            #expect(outcome.text(.english).contains("Get the new public key from the committee"))
        }
    }

    @Test
    func `is told where only the edition that gives it up is at hand`() throws {
        let sample = try PublishedSample.fourEditions()
        let result = verify(sample, key: 1, only: "prislista-2025")
        #expect(result.verdict == .wholeButSignerNotProved)
        #expect(
            result.outcomes.contains(
                .notProvedSinceGivenUp(
                    manifest: stepName, key: sample.keys[1].verifyingKey.id, try statement(sample, 1))))
        #expect(verify(sample, key: 2, only: "prislista-2025").verdict == .provedAndWhole)
        // The editions from before are what they were.
        #expect(verify(sample, key: 1, only: "prislista-2024").verdict == .provedAndWhole)
    }

    @Test
    func `covers no change of another key`() throws {
        var sample = PublishedSample(keyCount: 3)
        try sample.publish(sample.manifest(year: 2023, number: 1, at: "2022-12-05T10:00:00Z"))
        try sample.publish(
            sample.manifest(year: 2024, number: 1, signers: [2], at: "2023-12-04T10:00:00Z", givingUp: [1]))
        let ids = sample.keys.map(\.verifyingKey.id)
        let alone = VerificationOutcome.keyChangedAlone(
            manifest: "prislista-2024-utgava-1.manifest.json", old: ids[0], new: ids[2])
        #expect(verify(sample, key: 2).outcomes.filter(\.isBroken) == [alone])
    }

    @Test
    func `breaks the chain where it signs again, however that is made`() throws {
        let ways: [(signers: [Int], givingUp: [Int])] = [([1], []), ([2, 1], []), ([1], [2]), ([1, 2], [])]
        for way in ways {
            var sample = try PublishedSample.fourEditions()
            try sample.publish(
                sample.manifest(
                    year: 2026, number: 1, signers: way.signers, at: "2025-12-01T10:00:00Z", givingUp: way.givingUp))
            let outcome = VerificationOutcome.givenUpKeySigned(manifest: afterName, try statement(sample, 1))
            for key in 0...2 {
                let result = verify(sample, key: key)
                #expect(result.verdict == .broken, "\(way)")
                #expect(result.outcomes.contains(outcome), "\(way)")
            }
            #expect(outcome.text(.swedish).contains("gavs upp") && outcome.text(.english).contains("given up"))
        }
    }

    @Test
    func `is not given up for who holds it because a stranger says so`() throws {
        var sample = try PublishedSample.threeEditions()
        let stranger = try Known.value(SigningKey(seed: [UInt8](repeating: 9, count: 32)))
        let last = try Known.value(sample.manifests.last)
        let honest = try sample.manifest(year: 2025, number: 1, signers: [1], at: "2024-12-02T10:00:00Z")
        let forged = try EditionManifest(
            year: honest.year, number: 1, edition: honest.edition, renderings: honest.renderings, withoutPDF: false,
            decision: honest.decision, validTo: honest.validTo, persons: honest.persons, correction: nil,
            publishedAt: honest.publishedAt, chain: ChainLink(after: last.manifest, fingerprint: last.fingerprint),
            keys: [stranger.verifyingKey], keysGivenUp: [try statement(sample, 1)])
        try sample.publish(forged, with: [stranger])
        let result = verify(sample, key: 1)
        #expect(result.verdict == .wholeButSignerNotProved)
        #expect(
            result.outcomes.contains(
                .notProvedSinceGivenUp(
                    manifest: stepName, key: sample.keys[1].verifyingKey.id, try statement(sample, 1))))
    }

    @Test
    func `does not sign the next manifest, which says so once`() throws {
        let sample = try PublishedSample.fourEditions()
        let keys = sample.keys.map(\.verifyingKey)
        let moment = try Known.moment("2022-09-01T08:00:00Z")
        let loss = try PublishedSample.loss()
        let usual = KeyList(keys.map { KeyRecord($0, from: moment) })
        let lost = KeyList(keys.enumerated().map { KeyRecord($1, from: moment, givenUp: $0 == 1 ? loss : nil) })
        let (before, after) = (sample.manifests[2].manifest, sample.manifests[3].manifest)
        #expect(usual.signers(after: before) == [keys[1], keys[2]] && usual.givenUp(since: before).isEmpty)
        #expect(lost.signers(after: before) == [keys[2]])
        #expect(lost.givenUp(since: before) == after.keysGivenUp)
        #expect(lost.signers(after: after) == [keys[2]] && lost.givenUp(since: after).isEmpty)
        #expect(lost.records.map(\.retired) == [moment, moment, nil])
    }

    @Test
    func `is every one that has not handed over: the key in use, and those back to the one that signed last`() throws {
        let sample = try PublishedSample.threeEditions()
        let moment = try Known.moment("2022-09-01T08:00:00Z")
        let first = KeyList(sample.keys.map { KeyRecord($0.verifyingKey, from: moment) })
        #expect(first.notHandedOver(after: sample.manifests[0].manifest).map(\.id) == first.records.map(\.id))
        #expect(first.notHandedOver(after: sample.manifests[2].manifest).map(\.id) == [first.records[1].id])
        #expect(first.notHandedOver(after: nil).map(\.id) == [first.records[1].id])
        #expect(KeyList().notHandedOver(after: nil).isEmpty)
    }
}
