package import Federation
import Foundation
package import Sealing
import Storage

extension Gateway {
    /// The keys of the committee, the one in use last.
    package func keys() async throws -> KeyList {
        KeyList(
            try await store.signingKeys().map { kept in
                guard let key = VerifyingKey(hex: kept.publicKey) else { throw KeyFault.notAKeyList }
                return KeyRecord(key, from: kept.from, givenUp: kept.givenUp)
            })
    }

    /// Makes a key, writes its private half to a file that must not exist, and lists its public half: from now on it is
    /// the key in use. By a decision that the key before is lost or known to others it comes into use without that one's
    /// signature. Throws `KeyFault` where the file cannot be, or lies inside the data folder, or the decision cannot be.
    package func makeKey(
        file: String, outside dataFolder: String, by person: String, givingUpPrevious decision: KeyDecision? = nil
    ) async throws -> KeyRecord {
        let key = SigningKey()
        let moment = now()
        // Checked before anything is written; the file comes first, since a listed key without file could never sign.
        let list = try await keys().adding(key.verifyingKey, from: moment)
        let givenUp = try await keysToGiveUp(by: decision, at: moment)
        try KeyFile.write(key, to: file, outside: dataFolder)
        do {
            try await store.add(
                KeptKey(publicKey: key.verifyingKey.hex, from: moment, by: person), after: list.records.count - 1,
                givingUp: givenUp.map(\.publicKey), by: decision)
        } catch StoreError.keysOvertaken {
            // A file of a key that was never listed would stand in the way of the next try.
            try FileManager.default.removeItem(atPath: file)
            throw StoreError.keysOvertaken
        }
        return list.current ?? KeyRecord(key.verifyingKey, from: moment)
    }

    /// The manifest that was published last in the chain over all years.
    func lastManifest() async throws -> SignedManifest? {
        guard let last = try await store.editions().last else { return nil }
        return try await signedManifest(of: last)
    }

    private func keysToGiveUp(by decision: KeyDecision?, at moment: Instant) async throws -> [KeyRecord] {
        guard let decision else { return [] }
        guard decision.isPlain else { throw KeyFault.decisionText }
        guard decision.day <= moment.day else { throw KeyFault.decisionDay(decision.day, today: moment.day) }
        let keys = try await keys().notHandedOver(after: lastManifest()?.manifest)
        guard !keys.isEmpty else { throw KeyFault.nothingToGiveUp }
        return keys
    }
}
