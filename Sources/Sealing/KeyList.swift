package import Federation

/// The keys of the committee, in the order that they came into use (nyckellista): a new one retires the one before.
package struct KeyList: Hashable, Sendable {
    /// In order of use; the last one is in use.
    package let records: [KeyRecord]

    /// No keys yet.
    package init() { records = [] }

    /// The keys in the order that they were taken into use; each is retired when the next one comes.
    package init(_ keys: [KeyRecord]) {
        let next = keys.dropFirst().map { Optional($0.from) } + [nil]
        records = zip(keys, next).map { $0.retired(at: $1) }
    }

    /// The key in use; nil where none was made.
    package var current: KeyRecord? { records.last }

    /// Throws where no key was made, or one of these is not among those listed.
    package func check(given keys: [VerifyingKey]) throws(KeyFault) {
        guard !records.isEmpty else { throw .noKey }
        let listed = Set(records.map(\.publicKey))
        if let stranger = keys.first(where: { !listed.contains($0.hex) }) { throw .notListed(id: stranger.id) }
    }

    /// The list with a new key in use and the one before retired. Throws where the key is listed already, or the moment
    /// is before that of the key in use.
    package func adding(_ key: VerifyingKey, from moment: Instant) throws(KeyFault) -> KeyList {
        guard !records.contains(where: { $0.publicKey == key.hex }) else { throw .listed(id: key.id) }
        if let last = current?.from, moment < last { throw .clockBehind(moment, last: last) }
        return KeyList(records + [KeyRecord(key, from: moment)])
    }

    /// The keys that the one in use has not taken over from, itself among them: what must be given up where the next key
    /// comes without their signatures.
    package func notHandedOver(after last: EditionManifest?) -> [KeyRecord] {
        let begin = records.lastIndex { $0.publicKey == last?.keys.last?.hex } ?? records.indices.last
        return begin.map { records[$0...].filter { $0.givenUp == nil } } ?? []
    }

    /// The keys that the next manifest names and is signed by, the one in use last: also the one that signed before,
    /// where the key has changed since and that one was not given up. Empty where no key was made.
    package func signers(after last: EditionManifest?) -> [VerifyingKey] {
        guard let current, let key = VerifyingKey(hex: current.publicKey) else { return [] }
        guard let before = last?.keys.last, before != key,
            records.first(where: { $0.publicKey == before.hex })?.givenUp == nil
        else { return [key] }
        return [before, key]
    }

    /// The keys that the next manifest says were given up: those since the one that signed before.
    package func givenUp(since last: EditionManifest?) -> [GivenUpKey] {
        let begin = records.lastIndex { $0.publicKey == last?.keys.last?.hex } ?? 0
        return records.dropFirst(begin).compactMap { record in
            guard let decision = record.givenUp, let key = VerifyingKey(hex: record.publicKey) else { return nil }
            return GivenUpKey(key, by: decision)
        }
    }
}

extension KeyRecord {
    /// The record of a key.
    package init(_ key: VerifyingKey, from: Instant, givenUp: KeyDecision? = nil) {
        self.init(id: key.id, publicKey: key.hex, from: from, givenUp: givenUp)
    }

    fileprivate func retired(at moment: Instant?) -> KeyRecord {
        KeyRecord(id: id, publicKey: publicKey, from: from, retired: moment, givenUp: givenUp)
    }
}
