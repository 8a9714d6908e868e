package import Adoption
package import Federation
import GRDB

/// A file of an edition as the archive keeps it (framställning).
package struct EditionFile: Hashable, Sendable {
    package let name: String
    package let mediaType: String
    package let sha256: Fingerprint
    /// In bytes.
    package let length: Int

    package init(name: String, mediaType: String, sha256: Fingerprint, length: Int) {
        self.name = name
        self.mediaType = mediaType
        self.sha256 = sha256
        self.length = length
    }
}

/// A published edition with its place in the one chain and its files.
package struct KeptEdition: Hashable, Sendable {
    /// In the chain over all years, from 1.
    package let position: Int
    package let edition: PriceListEdition
    /// SHA-256 of its manifest.
    package let manifest: Fingerprint
    /// SHA-256 of the manifest before it; nil for the first.
    package let previousManifest: Fingerprint?
    /// With the manifest and its signatures; in order of name.
    package let files: [EditionFile]

    package init(
        position: Int, edition: PriceListEdition, manifest: Fingerprint, previousManifest: Fingerprint?,
        files: [EditionFile]
    ) {
        self.position = position
        self.edition = edition
        self.manifest = manifest
        self.previousManifest = previousManifest
        self.files = files.sorted { $0.name.precedes($1.name) }
    }
}

extension Store {
    /// Publishes an edition: the act, the edition and its files, all or nothing. The files' bytes must lie in the
    /// archive already.
    ///
    /// Throws `StoreError.overtaken` where somebody acted or published since it was made.
    package func publish(_ kept: KeptEdition, by act: ListAct, after count: Int) async throws {
        try await database.inTransaction { db in
            let last = try Row.fetchOne(
                db, sql: "SELECT position, manifest FROM edition ORDER BY position DESC LIMIT 1")
            guard (last?["position"] ?? 0) + 1 == kept.position, last?["manifest"] == kept.previousManifest?.hex else {
                throw StoreError.overtaken(act.year)
            }
            let id = try Store.append(act, after: count, db)
            let edition = kept.edition
            try db.execute(
                sql: "INSERT INTO edition VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    kept.position, id, edition.year.number, edition.number, edition.fingerprint.hex,
                    kept.manifest.hex, kept.previousManifest?.hex, edition.decision.number,
                    edition.decision.paragraph, edition.decision.day.description,
                    edition.decision.validFrom.description, edition.validTo.description,
                    edition.publishedAt.milliseconds, edition.corrects,
                ])
            for file in kept.files {
                try db.execute(
                    sql: "INSERT INTO edition_file VALUES (?, ?, ?, ?, ?)",
                    arguments: [kept.position, file.name, file.mediaType, file.sha256.hex, file.length])
            }
        }
    }

    /// Every published edition, in the order of the chain.
    package func editions() async throws -> [KeptEdition] {
        try await database.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM edition ORDER BY position").map { row in
                let files = try Row.fetchAll(
                    db, sql: "SELECT * FROM edition_file WHERE edition = ?", arguments: [row["position"] as Int])
                return KeptEdition(
                    position: row["position"], edition: try Store.edition(row),
                    manifest: try row.known({ Fingerprint(hex: $0) }, "manifest"),
                    previousManifest: (row["previous_manifest"] as String?).flatMap { Fingerprint(hex: $0) },
                    files: try files.map(Store.editionFile))
            }
        }
    }

    private static func edition(_ row: Row) throws -> PriceListEdition {
        PriceListEdition(
            year: try Year(row["year"] as Int).orThrow("year"), number: row["number"],
            fingerprint: try row.known({ Fingerprint(hex: $0) }, "fingerprint"),
            manifest: try row.known({ Fingerprint(hex: $0) }, "manifest"), decision: try row.decision(),
            validTo: try row.known({ Day($0) }, "valid_to"),
            publishedAt: Instant(milliseconds: row["published_ms"]), corrects: row["corrects"])
    }

    private static func editionFile(_ row: Row) throws -> EditionFile {
        EditionFile(
            name: row["name"], mediaType: row["media_type"],
            sha256: try row.known({ Fingerprint(hex: $0) }, "sha256"), length: row["length"])
    }
}
