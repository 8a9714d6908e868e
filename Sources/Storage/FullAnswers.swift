package import Federation
import GRDB

/// How far a server's word that nothing has changed (304) can be trusted.
extension Store {
    /// When a feed was last fetched in full, without leave to answer 304; nil where it never was.
    package func lastFullAnswer(region: RegionSlug, kind: FeedKind) async throws -> Instant? {
        try await database.read { db in
            try Int64.fetchOne(
                db,
                sql: """
                    SELECT MAX(seen_ms) FROM sighting JOIN version ON version.id = sighting.version
                    WHERE region = ? AND kind = ? AND full_answer = 1
                    """, arguments: [region.text, kind.rawValue]
            ).map { Instant(milliseconds: $0) }
        }
    }

    /// Whether a version ever came with the validators of other content.
    package func changedBehindValidator(_ version: FeedVersion) async throws -> Bool {
        try await database.read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT 1 FROM sighting JOIN version ON version.id = sighting.version
                    WHERE region = ? AND kind = ? AND fingerprint = ? AND behind_validator = 1 LIMIT 1
                    """, arguments: [version.region.text, version.kind.rawValue, version.fingerprint.hex]) ?? false
        }
    }
}
