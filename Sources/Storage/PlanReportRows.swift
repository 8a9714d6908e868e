package import Federation
import GRDB
package import Planning

extension Store {
    static func insert(_ report: PlanReport, _ examination: Int64, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO submission VALUES (?, ?, NULL, ?, ?, NULL, ?, 0)",
            arguments: [
                examination, report.organisationNumber.digits, report.plan, report.created.milliseconds,
                report.contact,
            ])
        var rows = try BulkInsert(db, into: "plan_record", columns: 18)
        var position = 0
        for round in report.rounds {
            for row in planRows(round) {
                try rows.add([Cell(examination), Cell(position)] + row)
                position += 1
            }
        }
        try rows.finish()
    }

    private static func planRows(_ report: RoundReport) -> [[Cell]] {
        let round = Cell.text(report.round.description)
        let goals = report.goals.map { goal -> [Cell] in
            [
                .text("goalReport"), round, .text(goal.goal), .text(goal.status.rawValue),
                Cell(goal.shareDone.map { Int64($0) }), Cell(goal.evidence), Cell(goal.comment), .null, .null, .null,
                .null,
            ] + origin(goal.origin)
        }
        let measures = report.measures.map { measure -> [Cell] in
            [
                .text("effectMeasure"), round, .text(measure.goal), .null, .null, .text(measure.name), .null,
                .text(measure.value.text), Cell(measure.unit), Cell(measure.target), .null,
            ] + origin(measure.origin)
        }
        let activities = report.activities.map { activity -> [Cell] in
            [
                .text("activity"), round, .text(activity.goal), .text(activity.status.rawValue), .null,
                .text(activity.title), .null, .null, .null, .null, Cell(activity.due?.description),
            ] + origin(activity.origin)
        }
        let stopped = report.stopped.map { stopped -> [Cell] in
            [
                .text("stopped"), round, .text(stopped.goal), .null, .null, .null, .text(stopped.text), .null, .null,
                .null, .null,
            ] + origin(stopped.origin)
        }
        return goals + measures + activities + stopped
    }

    private static func origin(_ origin: RecordOrigin) -> [Cell] {
        [Cell(origin.part), Cell(origin.offset), Cell(origin.length), Cell(origin.line), Cell(origin.column)]
    }

    /// The plan report of an examination, exactly as it was accepted.
    package func planReport(examination: Int64, region: RegionSlug) async throws -> PlanReport {
        try await database.read { db in
            guard
                let head = try Row.fetchOne(
                    db, sql: "SELECT * FROM submission WHERE examination = ?", arguments: [examination])
            else { throw StoreError.unreadable("submission") }
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM plan_record WHERE examination = ? ORDER BY position",
                arguments: [examination])
            var rounds: [ReportingRound: RoundReport] = [:]
            for row in rows {
                let round = try row.known({ ReportingRound($0) }, "round")
                try Store.read(row, into: &rounds[round, default: RoundReport(round: round)])
            }
            return PlanReport(
                region: region,
                organisationNumber: try head.known({ OrganisationNumber($0) }, "organisation_number"),
                plan: head["plan"], created: Instant(milliseconds: head["created_ms"]), contact: head["contact"],
                rounds: rounds.values.sorted { $0.round < $1.round })
        }
    }

    private static func read(_ row: Row, into report: inout RoundReport) throws {
        let origin = RecordOrigin(
            part: UInt16(clamping: row["part"] as Int), line: UInt32(clamping: row["line"] as Int),
            column: UInt32(clamping: row["column_number"] as Int), offset: row["byte_offset"],
            length: UInt32(clamping: row["byte_length"] as Int))
        let goal: String = row["goal"]
        switch row["kind"] as String {
        case "goalReport":
            report.goals.append(
                GoalReport(
                    goal: goal, status: try row.known(GoalStatus.init, "status"), shareDone: row["share_done"],
                    evidence: row["name"], comment: row["text"], origin: origin))
        case "effectMeasure":
            report.measures.append(
                EffectMeasure(
                    goal: goal, name: row["name"], value: try row.known({ ExactDecimal($0) }, "value"),
                    unit: row["unit"], target: row["target"], origin: origin))
        case "activity":
            report.activities.append(
                Activity(
                    goal: goal, title: row["name"], status: try row.known(GoalStatus.init, "status"),
                    due: (row["due"] as String?).flatMap { Day($0) }, origin: origin))
        default: report.stopped.append(StoppedWork(goal: goal, text: row["text"], origin: origin))
        }
    }
}
