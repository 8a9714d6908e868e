package import Adoption
package import Federation
import Foundation
import GRDB
package import Planning
import Pricing

/// What an examination found, ready to be kept.
package struct ExaminationRecord: Sendable {
    package let version: FeedVersion
    /// SHA-256 over mapping, rulebook and context: what the reading depended on besides the bytes.
    package let key: Fingerprint
    package let verdict: Verdict
    package let report: FindingsReport
    package let recordCount: Int
    package let prices: SpooledSubmission?
    package let plan: PlanReport?

    package init(
        version: FeedVersion, key: Fingerprint, verdict: Verdict, report: FindingsReport, recordCount: Int,
        prices: SpooledSubmission? = nil, plan: PlanReport? = nil
    ) {
        self.version = version
        self.key = key
        self.verdict = verdict
        self.report = report
        self.recordCount = recordCount
        self.prices = prices
        self.plan = plan
    }
}

/// A kept examination of a version, and what was decided since.
package struct KeptExamination: Hashable, Sendable {
    /// The row, for reading its submission.
    package let id: Int64
    package let version: Fingerprint
    /// The verdict of the rules alone.
    package let examined: Verdict
    /// The verdict that holds: a person may have released or refused a held version.
    package let verdict: Verdict
    package let examinedAt: Instant
    package let recordCount: Int
    package let hasSubmission: Bool
    package let report: FindingsReport
    package let decisions: [VersionDecision]
}

extension Store {
    /// Keeps an examination with its findings and its submission, in one transaction. Twice is the same as once.
    package func accept(_ record: ExaminationRecord, at now: Instant) async throws {
        try await database.inTransaction { db in
            let version = record.version
            guard let id = try Store.id(of: version.fingerprint, version.region, version.kind, db) else {
                throw StoreError.noSuchVersion(version.fingerprint)
            }
            let known = try Bool.fetchOne(
                db, sql: "SELECT 1 FROM examination WHERE version = ? AND key = ?", arguments: [id, record.key.hex])
            guard known == nil else { return }
            try db.execute(
                sql: "INSERT INTO examination VALUES (NULL, ?, ?, ?, ?, ?)",
                arguments: [id, record.key.hex, record.verdict.rawValue, now.milliseconds, record.recordCount])
            let examination = db.lastInsertedRowID
            try Store.insert(record.report, examination, db)
            if let prices = record.prices { try Store.insert(prices, examination, db) }
            if let plan = record.plan { try Store.insert(plan, examination, db) }
        }
    }

    /// The examination of a version under a key; nil where it was not examined under it.
    package func examination(of version: FeedVersion, key: Fingerprint) async throws -> KeptExamination? {
        try await database.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT examination.*, version.fingerprint FROM examination
                    JOIN version ON version.id = examination.version
                    WHERE region = ? AND kind = ? AND fingerprint = ? AND key = ?
                    """, arguments: [version.region.text, version.kind.rawValue, version.fingerprint.hex, key.hex]
            ).map { try Store.keptExamination($0, db) }
        }
    }

    /// The newest examination of a version under any key; nil where it was never examined.
    package func lastExamination(of version: FeedVersion) async throws -> KeptExamination? {
        try await database.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT examination.*, version.fingerprint FROM examination
                    JOIN version ON version.id = examination.version
                    WHERE region = ? AND kind = ? AND fingerprint = ? ORDER BY examination.id DESC LIMIT 1
                    """, arguments: [version.region.text, version.kind.rawValue, version.fingerprint.hex]
            ).map { try Store.keptExamination($0, db) }
        }
    }

    /// The examination of a row.
    package func examination(id: Int64) async throws -> KeptExamination {
        try await database.read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT examination.*, version.fingerprint FROM examination
                    JOIN version ON version.id = examination.version WHERE examination.id = ?
                    """, arguments: [id])
            return try Store.keptExamination(try row.orThrow("examination"), db)
        }
    }

    static func insert(_ report: FindingsReport, _ examination: Int64, _ db: Database) throws {
        for (code, total) in report.totals.sorted(by: { $0.key.precedes($1.key) }) {
            try db.execute(sql: "INSERT INTO finding_total VALUES (?, ?, ?)", arguments: [examination, code, total])
        }
        var rows = try BulkInsert(db, into: "finding", columns: 11)
        for (position, finding) in report.samples.enumerated() {
            let place = finding.place
            try rows.add([
                Cell(examination), Cell(position), .text(finding.code), .text(try json(finding.arguments)),
                Cell(place.map { Int64($0.part) }), Cell(place.map { Int64($0.bytes.lowerBound) }),
                Cell(place.map { Int64($0.bytes.upperBound) }), Cell(place.map { Int64($0.line) }),
                Cell(place.map { Int64($0.column) }), Cell(place?.path), Cell(finding.sample),
            ])
        }
        try rows.finish()
    }

    static func keptExamination(_ row: Row, _ db: Database) throws -> KeptExamination {
        let id: Int64 = row["id"]
        let fingerprint = try row.known({ Fingerprint(hex: $0) }, "fingerprint")
        let examined = try row.known(Verdict.init, "verdict")
        let decisions = try decisions(on: row["version"], fingerprint, db)
        let hasSubmission =
            try Bool.fetchOne(db, sql: "SELECT 1 FROM submission WHERE examination = ?", arguments: [id]) ?? false
        let report = try report(of: id, db)
        return KeptExamination(
            id: id, version: fingerprint, examined: examined,
            verdict: VersionState.verdict(
                examined: examined, codes: Set(report.totals.keys), hasSubmission: hasSubmission,
                decisions: decisions),
            examinedAt: Instant(milliseconds: row["examined_ms"]), recordCount: row["records"],
            hasSubmission: hasSubmission, report: report, decisions: decisions)
    }

    private static func report(of examination: Int64, _ db: Database) throws -> FindingsReport {
        let totals = try Row.fetchAll(
            db, sql: "SELECT code, total FROM finding_total WHERE examination = ?", arguments: [examination])
        let samples = try Row.fetchAll(
            db, sql: "SELECT * FROM finding WHERE examination = ? ORDER BY position", arguments: [examination])
        return FindingsReport(
            totals: Dictionary(totals.map { ($0["code"], $0["total"]) }, uniquingKeysWith: { first, _ in first }),
            samples: try samples.map(finding))
    }

    private static func finding(_ row: Row) throws -> Finding {
        let start: Int? = row["byte_start"]
        let place = start.map { start in
            Place(
                part: row["part"], bytes: start..<max(start, row["byte_end"]), line: row["line"],
                column: row["column_number"], path: row["path"])
        }
        let text: String = row["arguments"]
        guard let arguments = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8)) else {
            throw StoreError.unreadable("arguments")
        }
        return Finding(row["code"], arguments, at: place, sample: row["sample"])
    }

    private static func json(_ arguments: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(arguments), as: UTF8.self)
    }
}
