package import Adoption
package import Federation
import GRDB

extension Store {
    /// The acts on a year's list, in the order that they were made.
    package func listActs(_ year: Year) async throws -> [ListAct] {
        try await database.read { try Store.listActs(year, $0) }
    }

    /// The years on whose lists anything was done, in order.
    package func yearsWithActs() async throws -> [Year] {
        try await database.read { db in
            try Int.fetchAll(db, sql: "SELECT DISTINCT year FROM list_act ORDER BY year").compactMap { Year($0) }
        }
    }

    /// Appends an act that was made on a state of so many acts.
    ///
    /// Throws `StoreError.overtaken` where somebody else has acted since: then it must be made anew.
    package func append(_ act: ListAct, after count: Int) async throws {
        try await database.inTransaction { _ = try Store.append(act, after: count, $0) }
    }

    static func append(_ act: ListAct, after count: Int, _ db: Database) throws -> Int64 {
        let number = try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM list_act WHERE year = ?", arguments: [act.year.number])
        guard number == count else { throw StoreError.overtaken(act.year) }
        var cells: [String: (any DatabaseValueConvertible)?] = [
            "year": act.year.number, "number": count + 1, "kind": act.deed.kind.rawValue, "person": act.by,
            "at_ms": act.at.milliseconds,
        ]
        cells.merge(act.deed.cells) { _, own in own }
        let names = cells.keys.sorted { $0.precedes($1) }
        try db.execute(
            sql: """
                INSERT INTO list_act (\(names.joined(separator: ", ")))
                VALUES (\(names.map { ":" + $0 }.joined(separator: ", ")))
                """, arguments: StatementArguments(cells))
        let id = db.lastInsertedRowID
        switch act.deed {
        case .proposed(let proposal):
            for change in proposal.changes {
                try db.execute(sql: "INSERT INTO list_act_change VALUES (?, ?)", arguments: [id, change])
            }
        case .adopted(let adopted):
            for region in adopted.despiteNewer {
                try db.execute(sql: "INSERT INTO list_act_newer VALUES (?, ?)", arguments: [id, region.text])
            }
        case .returned, .published, .corrected: break
        }
        return id
    }

    private static func listActs(_ year: Year, _ db: Database) throws -> [ListAct] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM list_act WHERE year = ? ORDER BY number", arguments: [year.number]
        ).map { row in
            ListAct(
                year: year, by: row["person"], at: Instant(milliseconds: row["at_ms"]), deed: try deed(row, db))
        }
    }

    private static func deed(_ row: Row, _ db: Database) throws -> ListAct.Deed {
        let id: Int64 = row["id"]
        switch try row.known({ ActKind(rawValue: $0) }, "kind") {
        case .propose:
            return .proposed(
                Proposal(
                    input: try row.known({ Fingerprint(hex: $0) }, "input"),
                    list: try row.known({ Fingerprint(hex: $0) }, "list"),
                    changes: try String.fetchAll(
                        db, sql: "SELECT change FROM list_act_change WHERE act = ?", arguments: [id])))
        case .giveBack: return .returned(reason: try row.known({ $0 }, "reason"))
        case .adopt:
            let newer = try String.fetchAll(
                db, sql: "SELECT region FROM list_act_newer WHERE act = ?", arguments: [id])
            return .adopted(
                Adopted(
                    decision: try row.decision(),
                    despiteNewer: try newer.map { try RegionSlug($0).orThrow("list_act_newer.region") }))
        case .publish:
            return .published(
                Published(
                    edition: try row.known({ Fingerprint(hex: $0) }, "list"),
                    manifest: try row.known({ Fingerprint(hex: $0) }, "manifest"), withoutPDF: row["without_pdf"] == 1))
        case .correct:
            return .corrected(Correction(edition: row["edition"], reason: try row.known({ $0 }, "reason")))
        }
    }
}

extension ListAct.Deed {
    fileprivate var kind: ActKind {
        switch self {
        case .proposed: .propose
        case .returned: .giveBack
        case .adopted: .adopt
        case .published: .publish
        case .corrected: .correct
        }
    }

    /// The columns that belong to this kind of act; the names are the schema's, never a person's.
    fileprivate var cells: [String: (any DatabaseValueConvertible)?] {
        switch self {
        case .proposed(let proposal): ["input": proposal.input.hex, "list": proposal.list.hex]
        case .returned(let reason): ["reason": reason]
        case .adopted(let adopted):
            [
                "decision_number": adopted.decision.number, "decision_paragraph": adopted.decision.paragraph,
                "decision_day": adopted.decision.day.description,
                "valid_from": adopted.decision.validFrom.description,
            ]
        case .published(let published):
            [
                "list": published.edition.hex, "manifest": published.manifest.hex,
                "without_pdf": published.withoutPDF ? 1 : 0,
            ]
        case .corrected(let correction): ["edition": correction.edition, "reason": correction.reason]
        }
    }
}

extension Row {
    /// The decision in the columns that acts and editions name alike.
    func decision() throws -> ListDecision {
        ListDecision(
            number: try known({ $0 }, "decision_number"), paragraph: try known({ $0 }, "decision_paragraph"),
            day: try known({ Day($0) }, "decision_day"), validFrom: try known({ Day($0) }, "valid_from"))
    }
}
