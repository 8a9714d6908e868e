package import Federation
import GRDB

/// A public key that came into use (öppen nyckel).
package struct KeptKey: Hashable, Sendable {
    /// 64 hex digits.
    package let publicKey: String
    package let from: Instant
    /// The id of the person who made it.
    package let by: String

    package init(publicKey: String, from: Instant, by: String) {
        self.publicKey = publicKey
        self.from = from
        self.by = by
    }
}

extension Store {
    /// Lists a new public key; the one before it is retired by that. Throws where it is listed already.
    package func add(_ key: KeptKey) async throws {
        try await database.inTransaction { db in
            try db.execute(
                sql: "INSERT INTO signing_key VALUES (NULL, ?, ?, ?)",
                arguments: [key.publicKey, key.from.milliseconds, key.by])
        }
    }

    /// Every public key, in the order that they came into use.
    package func signingKeys() async throws -> [KeptKey] {
        try await database.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM signing_key ORDER BY id").map { row in
                KeptKey(
                    publicKey: row["public_key"], from: Instant(milliseconds: row["from_ms"]), by: row["person"])
            }
        }
    }
}
