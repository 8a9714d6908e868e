import Adoption
import Federation
import GRDB

extension Store {
    /// The row of a version; nil where it is not there.
    static func id(of fingerprint: Fingerprint, _ region: RegionSlug, _ kind: FeedKind, _ db: Database) throws -> Int64?
    {
        try Int64.fetchOne(
            db, sql: "SELECT id FROM version WHERE region = ? AND kind = ? AND fingerprint = ?",
            arguments: [region.text, kind.rawValue, fingerprint.hex])
    }

    /// The row of the version that counts: the one seen last, but for sightings behind a file that was handed in.
    static func currentID(_ region: RegionSlug, _ kind: FeedKind, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT sighting.version FROM sighting JOIN version ON version.id = sighting.version
                WHERE region = ? AND kind = ? AND behind_hand_in = 0 ORDER BY sighting.id DESC LIMIT 1
                """, arguments: [region.text, kind.rawValue])
    }

    /// Whether a file that was handed in counts, and the server delivers again what it delivered last.
    static func isBehindHandIn(_ version: FeedVersion, _ db: Database) throws -> Bool {
        let feed: StatementArguments = [version.region.text, version.kind.rawValue]
        let counting = try String.fetchOne(
            db,
            sql: """
                SELECT source FROM sighting JOIN version ON version.id = sighting.version
                WHERE region = ? AND kind = ? AND behind_hand_in = 0 ORDER BY sighting.id DESC LIMIT 1
                """, arguments: feed)
        guard counting == SightingSource.submit.rawValue else { return false }
        let fetched = try String.fetchOne(
            db,
            sql: """
                SELECT fingerprint FROM sighting JOIN version ON version.id = sighting.version
                WHERE region = ? AND kind = ? AND source = 'fetch' ORDER BY sighting.id DESC LIMIT 1
                """, arguments: feed)
        return fetched == version.fingerprint.hex
    }

    /// Adds a version with its parts.
    static func insert(_ version: FeedVersion, at now: Instant, _ db: Database) throws -> Int64 {
        try db.execute(
            sql: "INSERT INTO version VALUES (NULL, ?, ?, ?, ?)",
            arguments: [version.region.text, version.kind.rawValue, version.fingerprint.hex, now.milliseconds])
        let id = db.lastInsertedRowID
        for (position, part) in version.parts.enumerated() {
            try db.execute(
                sql: "INSERT INTO version_part VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, position, part.role, part.wire.hex, part.content?.hex, part.wireLength, part.contentLength,
                    part.coding.rawValue, part.mediaType,
                ])
        }
        return id
    }

    /// Reads a version with its parts and times.
    static func keptVersion(_ id: Int64, _ db: Database) throws -> KeptVersion {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM version WHERE id = ?", arguments: [id]) else {
            throw StoreError.unreadable("version")
        }
        let parts = try Row.fetchAll(
            db, sql: "SELECT * FROM version_part WHERE version = ? ORDER BY position", arguments: [id])
        let lastSeen = try Int64.fetchOne(
            db, sql: "SELECT seen_ms FROM sighting WHERE version = ? ORDER BY id DESC LIMIT 1", arguments: [id])
        let source = try String.fetchOne(
            db, sql: "SELECT source FROM sighting WHERE version = ? AND behind_hand_in = 0 ORDER BY id DESC LIMIT 1",
            arguments: [id])
        let first: Int64 = row["first_seen_ms"]
        return KeptVersion(
            version: FeedVersion(
                region: try row.known(RegionSlug.init, "region"),
                kind: try row.known(FeedKind.init, "kind"), parts: try parts.map(part)),
            firstSeen: Instant(milliseconds: first), lastSeen: Instant(milliseconds: lastSeen ?? first),
            isHandedIn: source == SightingSource.submit.rawValue)
    }

    /// Reads a part.
    static func part(_ row: Row) throws -> VersionPart {
        let content: String? = row["content"]
        return VersionPart(
            role: row["role"], wire: try row.known({ Fingerprint(hex: $0) }, "wire"),
            content: content.flatMap { Fingerprint(hex: $0) }, wireLength: row["wire_length"],
            contentLength: row["content_length"], coding: try row.known(ContentCoding.init, "coding"),
            mediaType: row["media_type"])
    }

    /// The decisions on a version, in the order they were made.
    static func decisions(on id: Int64, _ fingerprint: Fingerprint, _ db: Database) throws -> [VersionDecision] {
        try Row.fetchAll(db, sql: "SELECT * FROM decision WHERE version = ? ORDER BY id", arguments: [id]).map { row in
            let seen = try String.fetchAll(
                db, sql: "SELECT code FROM decision_code WHERE decision = ?", arguments: [row["id"] as Int64])
            return VersionDecision(
                kind: try row.known(VersionDecision.Kind.init, "kind"), version: fingerprint, by: row["person"],
                reason: row["reason"], seen: Set(seen),
                statesNoPersonalNumbers: row["not_personal_numbers"] == 1, at: Instant(milliseconds: row["at_ms"]))
        }
    }
}
