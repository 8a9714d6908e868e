package import Adoption
package import Federation
import GRDB

extension Store {
    /// Appends acknowledgements of findings on a year's list, all or none.
    package func append(_ acknowledgements: [Acknowledgement], _ year: Year) async throws {
        try await database.inTransaction { db in
            for acknowledgement in acknowledgements {
                let tie = acknowledgement.tie
                try db.execute(
                    sql: "INSERT INTO acknowledgement VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        year.number, tie.code, tie.subject, tie.record?.hex, tie.lastAmount?.ore, tie.ruleVersion,
                        acknowledgement.by, acknowledgement.reason, acknowledgement.at.milliseconds,
                    ])
            }
        }
    }

    /// The acknowledgements of a year's list, in the order that they were made.
    package func acknowledgements(_ year: Year) async throws -> [Acknowledgement] {
        try await database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM acknowledgement WHERE year = ? ORDER BY id", arguments: [year.number]
            ).map { row in
                let tie = FindingTie(
                    code: row["code"], subject: row["subject"],
                    record: try (row["record"] as String?).map { try Fingerprint(hex: $0).orThrow("record") },
                    lastAmount: (row["last_amount_ore"] as Int64?).map { Amount(ore: $0) },
                    ruleVersion: row["rule_version"])
                return try Acknowledgement(
                    tie: tie, by: row["person"], reason: row["reason"], at: Instant(milliseconds: row["at_ms"])
                ).orThrow("acknowledgement")
            }
        }
    }
}
