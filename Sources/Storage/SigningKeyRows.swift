package import Federation
import GRDB

/// A public key that came into use (öppen nyckel).
package struct KeptKey: Hashable, Sendable {
    /// 64 hex digits.
    package let publicKey: String
    package let from: Instant
    /// The id of the person who made it.
    package let by: String
    /// The decision by which it was given up later, without its own signature; nil where it was not.
    package let givenUp: KeyDecision?

    package init(publicKey: String, from: Instant, by: String, givenUp: KeyDecision? = nil) {
        self.publicKey = publicKey
        self.from = from
        self.by = by
        self.givenUp = givenUp
    }
}

extension Store {
    /// Lists a new public key after so many; the one before it is retired by that. The public keys `givenUp` are given up
    /// by the decision at the same time. Throws where the new key is listed already, or one of those is not or was given
    /// up before, and `StoreError.keysOvertaken` where there are other keys than so many.
    package func add(
        _ key: KeptKey, after count: Int, givingUp givenUp: [String] = [], by decision: KeyDecision? = nil
    ) async throws {
        try await database.inTransaction { db in
            guard try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM signing_key") == count else {
                throw StoreError.keysOvertaken
            }
            try db.execute(
                sql: "INSERT INTO signing_key VALUES (NULL, ?, ?, ?)",
                arguments: [key.publicKey, key.from.milliseconds, key.by])
            let successor = db.lastInsertedRowID
            guard let decision else { return }
            for old in givenUp {
                try db.execute(
                    sql: """
                        INSERT INTO key_given_up SELECT id, ?, ?, ?, ?, ? FROM signing_key WHERE public_key = ?
                        """,
                    arguments: [
                        successor, decision.number, decision.paragraph, decision.day.description, decision.reason, old,
                    ])
                guard db.changesCount == 1 else { throw StoreError.unreadable("signing_key") }
            }
        }
    }

    /// Every public key, in the order that they came into use.
    package func signingKeys() async throws -> [KeptKey] {
        try await database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM signing_key LEFT JOIN key_given_up ON key = signing_key.id ORDER BY signing_key.id
                    """
            ).map { row in
                KeptKey(
                    publicKey: row["public_key"], from: Instant(milliseconds: row["from_ms"]), by: row["person"],
                    givenUp: try Self.decision(row))
            }
        }
    }

    private static func decision(_ row: Row) throws -> KeyDecision? {
        guard let number: String = row["decision_number"] else { return nil }
        return KeyDecision(
            number: number, paragraph: row["decision_paragraph"], day: try row.known({ Day($0) }, "decision_day"),
            reason: row["reason"])
    }
}
