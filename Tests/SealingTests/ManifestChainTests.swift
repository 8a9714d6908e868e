import Federation
import Sealing
import Testing

struct `The chain of manifests` {
    private func broken(_ manifests: [SignedManifest]) -> [VerificationOutcome] {
        ManifestChain(manifests).outcomes.filter(\.isBroken)
    }

    private func name(_ year: Int, _ number: Int = 1) -> String { "prislista-\(year)-utgava-\(number).manifest.json" }

    @Test
    func `is whole in any order of the files`() throws {
        let manifests = try PublishedSample.threeEditions().manifests
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            #expect(ManifestChain(order.map { manifests[$0] }).outcomes.isEmpty)
        }
    }

    @Test
    func `a gap is told`() throws {
        let manifests = try PublishedSample.threeEditions().manifests
        let chain = ManifestChain([manifests[0], manifests[2]])
        #expect(chain.outcomes.filter(\.isMissing) == [.gap(after: 1, before: 3)])
        #expect(chain.outcomes.filter(\.isBroken).isEmpty)
    }

    @Test
    func `two manifests at one place are a fork, also where both are signed`() throws {
        var one = try PublishedSample.threeEditions()
        var other = one
        try one.publish(one.manifest(year: 2025, number: 1, signers: [1], at: "2024-12-02T10:00:00Z"))
        try other.publish(other.manifest(year: 2025, number: 1, signers: [1], at: "2024-12-03T10:00:00Z"))
        let found = broken(one.manifests + other.manifests.suffix(1))
        #expect(found.contains(.fork(position: 4, manifests: [name(2025), name(2025)])))
    }

    @Test
    func `a manifest that names another one before it breaks the chain`() throws {
        var sample = try PublishedSample.threeEditions()
        let link = ChainLink(position: 4, previous: sample.manifests[1].fingerprint)
        try sample.publish(
            sample.manifest(year: 2025, number: 1, signers: [1], at: "2024-12-02T10:00:00Z", chain: link))
        #expect(broken(sample.manifests) == [.chainBroken(manifest: name(2025), previous: name(2024))])
    }

    @Test
    func `a key that nobody handed over to breaks the chain`() throws {
        var sample = PublishedSample()
        try sample.publish(sample.manifest(year: 2023, number: 1, at: "2022-12-05T10:00:00Z"))
        try sample.publish(sample.manifest(year: 2024, number: 1, signers: [1], at: "2023-12-04T10:00:00Z"))
        let ids = sample.keys.map(\.verifyingKey.id)
        #expect(broken(sample.manifests) == [.keyChangedAlone(manifest: name(2024), old: ids[0], new: ids[1])])
    }

    @Test
    func `the old key alone cannot go on after it handed over`() throws {
        var sample = try PublishedSample.threeEditions()
        try sample.publish(sample.manifest(year: 2025, number: 1, signers: [0], at: "2024-12-02T10:00:00Z"))
        let ids = sample.keys.map(\.verifyingKey.id)
        #expect(broken(sample.manifests) == [.keyChangedAlone(manifest: name(2025), old: ids[1], new: ids[0])])
    }

    @Test
    func `a manifest published before the one that it follows is out of turn`() throws {
        var sample = try PublishedSample.threeEditions()
        try sample.publish(sample.manifest(year: 2025, number: 1, signers: [1], at: "2023-01-01T00:00:00Z"))
        #expect(broken(sample.manifests) == [.outOfTurn(manifest: name(2025), previous: name(2024))])
    }

    @Test
    func `an edition number that is skipped, or a correction of another manifest, is out of turn`() throws {
        var skipped = PublishedSample()
        try skipped.publish(skipped.manifest(year: 2023, number: 1, at: "2022-12-05T10:00:00Z"))
        var wrong = skipped
        try skipped.publish(
            skipped.manifest(year: 2023, number: 3, at: "2023-03-10T10:00:00Z", correction: skipped.correction()))
        #expect(broken(skipped.manifests) == [.outOfTurn(manifest: name(2023, 3), previous: name(2023))])
        // A manifest that is missing in between may be that of the edition in between; of two it cannot be both.
        let link = ChainLink(position: 3, previous: Fingerprint(of: [1]))
        for (number, isInTurn) in [(3, true), (4, false), (1, false)] {
            var apart = wrong
            try apart.publish(
                apart.manifest(
                    year: 2023, number: number, at: "2023-03-10T10:00:00Z",
                    correction: number == 1 ? nil : apart.correction(), chain: link))
            #expect(broken(apart.manifests).isEmpty == isInTurn, "\(number)")
        }
        let other = CorrectionRecord(number: 1, manifest: Fingerprint(of: [1]), reason: "x", changes: [])
        try wrong.publish(wrong.manifest(year: 2023, number: 2, at: "2023-03-10T10:00:00Z", correction: other))
        #expect(broken(wrong.manifests) == [.outOfTurn(manifest: name(2023, 2), previous: name(2023))])
    }
}
