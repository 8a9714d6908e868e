package import Federation
package import Sealing
import Storage

extension Gateway {
    /// The keys of the committee, the one in use last.
    package func keys() async throws -> KeyList {
        KeyList(
            try await store.signingKeys().map { kept in
                guard let key = VerifyingKey(hex: kept.publicKey) else { throw KeyFault.notAKeyList }
                return (key, kept.from)
            })
    }

    /// Makes a key, writes its private half to a file that must not exist, and lists its public half: from now on it is
    /// the key in use. Throws `KeyFault` where the file cannot be, or lies inside the data folder.
    package func makeKey(file: String, outside dataFolder: String, by person: String) async throws -> KeyRecord {
        let key = SigningKey()
        let moment = now()
        // Checked before anything is written; the file comes first, since a listed key without file could never sign.
        let list = try await keys().adding(key.verifyingKey, from: moment)
        try KeyFile.write(key, to: file, outside: dataFolder)
        try await store.add(KeptKey(publicKey: key.verifyingKey.hex, from: moment, by: person))
        return list.current ?? KeyRecord(key.verifyingKey, from: moment)
    }
}
