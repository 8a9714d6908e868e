import Federation

/// Manifests in the order of their chain (kedja): one for all years, each naming the one before it.
package struct ManifestChain: Sendable {
    /// In order of position.
    package let manifests: [SignedManifest]
    /// What is wrong with the chain, and where it begins.
    package let outcomes: [VerificationOutcome]

    /// The chain of these manifests, in any order.
    package init(_ manifests: [SignedManifest]) {
        let sorted = manifests.sorted {
            ($0.manifest.chain.position, $0.fingerprint) < ($1.manifest.chain.position, $1.fingerprint)
        }
        self.manifests = sorted
        var outcomes: [VerificationOutcome] = []
        if let first = sorted.first, first.manifest.chain.position > 1 {
            outcomes.append(
                .chainBeginsEarlier(manifest: first.names.manifest, position: first.manifest.chain.position))
        }
        for (before, after) in zip(sorted, sorted.dropFirst()) { outcomes += Self.step(from: before, to: after) }
        outcomes += Self.keysGivenUp(sorted)
        outcomes += Self.corrections(sorted)
        self.outcomes = outcomes
    }

    /// What is wrong from one manifest to the next.
    private static func step(from before: SignedManifest, to after: SignedManifest) -> [VerificationOutcome] {
        let places = (before.manifest.chain.position, after.manifest.chain.position)
        let names = (before.names.manifest, after.names.manifest)
        if places.0 == places.1 { return [.fork(position: places.0, manifests: [names.0, names.1])] }
        var outcomes: [VerificationOutcome] = []
        if after.manifest.publishedAt < before.manifest.publishedAt {
            outcomes.append(.outOfTurn(manifest: names.1, previous: names.0))
        }
        if places.0 + 1 < places.1 { return outcomes + [.gap(after: places.0, before: places.1)] }
        if after.manifest.chain.previous != before.fingerprint {
            outcomes.append(.chainBroken(manifest: names.1, previous: names.0))
        }
        if let old = before.manifest.keys.last, let new = after.manifest.keys.last, after.manifest.keys.first != old,
            !after.manifest.keysGivenUp.contains(where: { $0.key == old })
        {
            outcomes.append(.keyChangedAlone(manifest: names.1, old: old.id, new: new.id))
        }
        return outcomes
    }

    /// The keys that were given up, and those that signed all the same afterwards: whoever has found such a key is not
    /// the committee.
    private static func keysGivenUp(_ manifests: [SignedManifest]) -> [VerificationOutcome] {
        var givenUp: [VerifyingKey: GivenUpKey] = [:]
        var outcomes: [VerificationOutcome] = []
        for signed in manifests {
            let name = signed.names.manifest
            outcomes += signed.manifest.keys.compactMap { givenUp[$0] }.map { .givenUpKeySigned(manifest: name, $0) }
            for statement in signed.manifest.keysGivenUp {
                givenUp[statement.key] = statement
                outcomes.append(.keyGivenUp(manifest: name, statement, new: signed.manifest.keys.map(\.id)))
            }
        }
        return outcomes
    }

    /// Editions of a year must come in turn, and a correction name the very manifest of what it corrects. Where manifests
    /// are missing in between, those of editions in between may be among them.
    private static func corrections(_ manifests: [SignedManifest]) -> [VerificationOutcome] {
        var last: [Year: (index: Int, signed: SignedManifest)] = [:]
        var outcomes: [VerificationOutcome] = []
        for (index, signed) in manifests.enumerated() {
            if let (place, before) = last[signed.manifest.year] {
                let absent = signed.manifest.chain.position - before.manifest.chain.position - (index - place)
                let skipped = signed.manifest.number - before.manifest.number - 1
                let correction = signed.manifest.correction
                let follows =
                    skipped == 0 && correction?.number == before.manifest.number
                    && correction?.manifest == before.fingerprint
                if !follows && !(skipped > 0 && skipped <= absent) {
                    outcomes.append(
                        .outOfTurn(manifest: signed.names.manifest, previous: before.names.manifest))
                }
            }
            last[signed.manifest.year] = (index, signed)
        }
        return outcomes
    }

    /// Whether a key proves each of the manifests: those that it signed, those signed by a key that it handed over to, and
    /// all before them as far as the chain is unbroken, since each names the one before it. Where one of these keys was
    /// given up nothing leads on from it.
    func proofs(by key: VerifyingKey) -> [VerificationOutcome] {
        var trusted: Set<VerifyingKey> = [key]
        var lost: GivenUpKey?
        var begin = 0
        var outcomes: [VerificationOutcome] = []
        for (index, signed) in manifests.enumerated() {
            let name = signed.names.manifest
            if index > 0, signed.manifest.chain.previous != manifests[index - 1].fingerprint { begin = index }
            for statement in signed.manifest.keysGivenUp where trusted.remove(statement.key) != nil {
                lost = statement
            }
            outcomes.append(
                lost.map { .notProvedSinceGivenUp(manifest: name, key: key.id, $0) }
                    ?? .notProved(manifest: name, key: key.id))
            if trusted.isDisjoint(with: signed.manifest.keys) { continue }
            trusted.formUnion(signed.manifest.keys)
            for place in begin...index {
                outcomes[place] = .proved(manifest: manifests[place].names.manifest, key: key.id)
            }
        }
        return outcomes
    }
}
