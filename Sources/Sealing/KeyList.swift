package import Federation

/// The keys of the committee, in the order that they came into use (nyckellista): a new one retires the one before.
package struct KeyList: Hashable, Sendable {
    /// In order of use; the last one is in use.
    package let records: [KeyRecord]

    /// No keys yet.
    package init() { records = [] }

    /// The keys in the order that they were taken into use, with the moments; each is retired when the next one comes.
    package init(_ keys: [(key: VerifyingKey, from: Instant)]) {
        let next = keys.dropFirst().map(\.from)
        records = keys.enumerated().map { index, entry in
            KeyRecord(entry.key, from: entry.from, retired: index < next.count ? next[index] : nil)
        }
    }

    /// The key in use; nil where none was made.
    package var current: KeyRecord? { records.last }

    /// The list with a new key in use and the one before retired. Throws where the key is listed already, or the moment
    /// is before that of the key in use.
    package func adding(_ key: VerifyingKey, from moment: Instant) throws(KeyFault) -> KeyList {
        guard !records.contains(where: { $0.publicKey == key.hex }) else { throw .listed(id: key.id) }
        if let last = current?.from, moment < last { throw .clockBehind(moment, last: last) }
        var keys: [(key: VerifyingKey, from: Instant)] = []
        for record in records {
            guard let known = VerifyingKey(hex: record.publicKey) else { throw .notAKeyList }
            keys.append((known, record.from))
        }
        return KeyList(keys + [(key, moment)])
    }

    /// The keys that the next manifest names and is signed by, the one in use last: also the one that signed before,
    /// where the key has changed since. Empty where no key was made.
    package func signers(after last: EditionManifest?) -> [VerifyingKey] {
        guard let current, let key = VerifyingKey(hex: current.publicKey) else { return [] }
        guard let before = last?.keys.last, before != key else { return [key] }
        return [before, key]
    }
}

extension KeyRecord {
    /// The record of a key.
    package init(_ key: VerifyingKey, from: Instant, retired: Instant? = nil) {
        self.init(id: key.id, publicKey: key.hex, from: from, retired: retired)
    }
}
