package import Adoption
package import Federation
import GRDB

/// Where a version came from.
package enum SightingSource: String, Sendable { case fetch, submit }

/// A part of a version as it was last seen on the wire.
package struct SeenPart: Hashable, Sendable {
    package let url: String
    package let etag: String?
    package let lastModified: String?

    package init(url: String, etag: String?, lastModified: String?) {
        self.url = url
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// A kept version with the times it was seen.
package struct KeptVersion: Hashable, Sendable {
    package let version: FeedVersion
    package let firstSeen: Instant
    package let lastSeen: Instant
    /// Whether it counted last as a file that a person handed in, and not by a fetch.
    package let isHandedIn: Bool
}

extension Store {
    /// Remembers a request, whatever came of it. Returns its row, for the arrival that it is part of.
    package func record(_ attempt: FetchAttempt) async throws -> Int64 {
        try await database.inTransaction { db in
            try db.execute(
                sql: "INSERT INTO attempt VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    attempt.region.text, attempt.kind.rawValue, attempt.url, attempt.startedAt.milliseconds,
                    attempt.durationMilliseconds, attempt.status, attempt.wireBytes, attempt.failure, attempt.detail,
                ])
            return db.lastInsertedRowID
        }
    }

    /// Remembers that a fetch failed, and which requests (`attempts`, by their rows) it came of.
    package func recordFailure(
        region: RegionSlug, kind: FeedKind, code: String, detail: String, attempts: [Int64] = [], at now: Instant
    ) async throws {
        try await database.inTransaction { db in
            try db.execute(
                sql: "INSERT INTO arrival VALUES (NULL, ?, ?, ?, 'fetch', 'failed', ?, ?, NULL)",
                arguments: [region.text, kind.rawValue, now.milliseconds, code, detail])
            try Store.tie(attempts, to: db.lastInsertedRowID, db)
        }
    }

    private static func tie(_ attempts: [Int64], to arrival: Int64, _ db: Database) throws {
        for attempt in attempts {
            try db.execute(sql: "INSERT INTO arrival_attempt VALUES (?, ?)", arguments: [arrival, attempt])
        }
    }

    /// Remembers that a version was seen, and the version itself where it is new. Its bytes must be kept already.
    /// `isFull` says that every part was sent in full, without leave to answer 304, and `isBehindValidator` that some
    /// part had new content under the validator of the part before; `attempts` are the rows of its requests.
    ///
    /// A fetch of what the server already delivered before a file was handed in does not displace that file.
    /// Returns whether it was never seen before, and whether another version than before counts now.
    package func recordSighting(
        of version: FeedVersion, parts: [SeenPart], source: SightingSource, isFull: Bool = false,
        isBehindValidator: Bool = false, attempts: [Int64] = [], at now: Instant
    ) async throws -> (isNew: Bool, isChange: Bool) {
        try await database.inTransaction { db in
            let known = try Store.id(of: version.fingerprint, version.region, version.kind, db)
            let current = try Store.currentID(version.region, version.kind, db)
            let isBehindHandIn = try source == .fetch && Store.isBehindHandIn(version, db)
            let id = try known ?? Store.insert(version, at: now, db)
            try db.execute(
                sql: "INSERT INTO sighting VALUES (NULL, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, now.milliseconds, source.rawValue, isFull ? 1 : 0, isBehindValidator ? 1 : 0,
                    isBehindHandIn ? 1 : 0,
                ])
            let sighting = db.lastInsertedRowID
            for (position, part) in parts.enumerated() {
                try db.execute(
                    sql: "INSERT INTO sighting_part VALUES (?, ?, ?, ?, ?)",
                    arguments: [sighting, position, part.url, part.etag, part.lastModified])
            }
            let outcome: FetchOutcome = current == id || isBehindHandIn ? .unchanged : .newVersion
            try db.execute(
                sql: "INSERT INTO arrival VALUES (NULL, ?, ?, ?, ?, ?, NULL, NULL, ?)",
                arguments: [
                    version.region.text, version.kind.rawValue, now.milliseconds, source.rawValue, outcome.rawValue,
                    id,
                ])
            try Store.tie(attempts, to: db.lastInsertedRowID, db)
            return (known == nil, outcome == .newVersion)
        }
    }

    /// Whether the version fetched last is one that another had replaced already: contents that alternate on the server.
    /// A file that a person handed in has nothing to do with it.
    package func alternates(region: RegionSlug, kind: FeedKind) async throws -> Bool {
        try await database.read { db in
            let seen = try Int64.fetchAll(
                db,
                sql: """
                    SELECT sighting.version FROM sighting JOIN version ON version.id = sighting.version
                    WHERE region = ? AND kind = ? AND source = 'fetch' ORDER BY sighting.id DESC LIMIT 100
                    """, arguments: [region.text, kind.rawValue])
            guard let current = seen.first else { return false }
            return seen.drop { $0 == current }.contains(current)
        }
    }

    /// The version of a feed that counts; nil where none was ever seen. It is the one seen last, but a file that was
    /// handed in counts until the server delivers something else than it did before.
    package func currentVersion(region: RegionSlug, kind: FeedKind) async throws -> KeptVersion? {
        try await database.read { db in
            try Store.currentID(region, kind, db).map { try Store.keptVersion($0, db) }
        }
    }

    /// The parts of the last sighting that came over the wire, in order: what a conditional request needs.
    package func lastSeenParts(region: RegionSlug, kind: FeedKind) async throws -> [(VersionPart, SeenPart)] {
        try await database.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT version_part.*, sighting_part.url, sighting_part.etag, sighting_part.last_modified
                    FROM sighting_part
                    JOIN sighting ON sighting.id = sighting_part.sighting
                    JOIN version_part ON version_part.version = sighting.version
                        AND version_part.position = sighting_part.position
                    WHERE sighting.id = (
                        SELECT MAX(sighting.id) FROM sighting JOIN version ON version.id = sighting.version
                        WHERE region = ? AND kind = ? AND source = 'fetch')
                    ORDER BY sighting_part.position
                    """, arguments: [region.text, kind.rawValue])
            return try rows.map { row in
                (
                    try Store.part(row),
                    SeenPart(url: row["url"], etag: row["etag"], lastModified: row["last_modified"])
                )
            }
        }
    }

    /// All versions of a feed, the one that counts first, then those that counted before it.
    package func versions(region: RegionSlug, kind: FeedKind) async throws -> [KeptVersion] {
        try await database.read { db in
            let ids = try Int64.fetchAll(
                db,
                sql: """
                    SELECT version.id FROM version JOIN sighting ON sighting.version = version.id
                    WHERE region = ? AND kind = ? GROUP BY version.id ORDER BY MAX(sighting.id * (behind_hand_in = 0)) DESC
                    """, arguments: [region.text, kind.rawValue])
            return try ids.map { try Store.keptVersion($0, db) }
        }
    }

    /// The versions whose fingerprint begins with these digits.
    package func versions(startingWith digits: String) async throws -> [KeptVersion] {
        guard digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { return [] }
        return try await database.read { db in
            let ids = try Int64.fetchAll(
                db, sql: "SELECT id FROM version WHERE substr(fingerprint, 1, ?) = ? ORDER BY id",
                arguments: [digits.utf8.count, digits])
            return try ids.map { try Store.keptVersion($0, db) }
        }
    }

    /// Remembers what a person decided about a held version.
    package func record(_ decision: VersionDecision, on version: FeedVersion) async throws {
        try await database.inTransaction { db in
            guard let id = try Store.id(of: version.fingerprint, version.region, version.kind, db) else {
                throw StoreError.noSuchVersion(version.fingerprint)
            }
            try db.execute(
                sql: "INSERT INTO decision VALUES (NULL, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, decision.kind.rawValue, decision.by, decision.reason, decision.at.milliseconds,
                    decision.statesNoPersonalNumbers ? 1 : 0,
                ])
            let row = db.lastInsertedRowID
            for code in decision.seen.sorted(by: { $0.precedes($1) }) {
                try db.execute(sql: "INSERT INTO decision_code VALUES (?, ?)", arguments: [row, code])
            }
        }
    }

    /// What a person decided last about a version; nil where nobody did.
    package func lastDecision(on version: FeedVersion) async throws -> VersionDecision? {
        try await database.read { db in
            try Store.id(of: version.fingerprint, version.region, version.kind, db).flatMap {
                try Store.decisions(on: $0, version.fingerprint, db).last
            }
        }
    }

    /// What became of the last fetch of a feed or the last file handed in; nil where nothing was ever tried.
    package func lastArrival(region: RegionSlug, kind: FeedKind) async throws -> Arrival? {
        try await database.read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM arrival WHERE region = ? AND kind = ? ORDER BY id DESC LIMIT 1",
                arguments: [region.text, kind.rawValue])
            return try row.map { row in
                Arrival(
                    at: Instant(milliseconds: row["at_ms"]), source: try row.known(SightingSource.init, "source"),
                    outcome: try row.known(FetchOutcome.init, "outcome"),
                    failure: row["failure"], detail: row["detail"])
            }
        }
    }
}

/// What became of one fetch of a feed, or of a file that was handed in.
package struct Arrival: Hashable, Sendable {
    package let at: Instant
    package let source: SightingSource
    package let outcome: FetchOutcome
    package let failure: String?
    package let detail: String?
}
