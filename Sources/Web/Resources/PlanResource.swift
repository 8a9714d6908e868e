import Federation
import Planning
import Sealing

/// The plans with their goals, and how far the regions have come.
struct PlanResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let holdings = holdings
        return [
            .get("/v1/plans") { call in
                try call.query.allow([])
                return try Answer(json: ["items": .array(holdings.gateway.premises.plans.map(PlanResource.head))])
            },
            .get("/v1/plans/{plan}") { call in
                try call.query.allow([])
                return try Answer(json: PlanResource.whole(try holdings.plan(call)))
            },
            .get("/v1/plans/{plan}/goals") { call in
                try call.query.allow([])
                return try Answer(json: ["items": .array(try holdings.plan(call).goals.map(PlanResource.value))])
            },
            .get("/v1/plans/{plan}/matrix") { call in
                try Answer(json: MatrixJSON.value(try await holdings.matrix(call)))
            },
        ]
    }

    private static func head(_ plan: BusinessPlan) -> CanonicalValue {
        [
            "id": .string(plan.id), "title": .string(plan.title), "from": .string(plan.from.description),
            "to": .string(plan.to.description), "owner": .string(plan.owner),
        ]
    }

    private static func whole(_ plan: BusinessPlan) -> CanonicalValue {
        head(plan).adding(
            (
                "decision",
                plan.decision.map { ["reference": .string($0.reference), "date": .string($0.day.description)] }
            ), ("goals", .integer(plan.goals.count)))
    }

    /// A goal: its id is a text.
    static func value(_ goal: Goal) -> CanonicalValue {
        ["id": .string(goal.id), "title": .string(goal.title), "source": .string(goal.source.rawValue)]
    }
}

extension Holdings {
    /// The plan that a path names. Throws a problem where there is none.
    func plan(_ call: Call) throws(Problem) -> BusinessPlan {
        let plans = gateway.premises.plans
        guard let plan = plans.first(where: { $0.id == call["plan"] }) else {
            let known = plans.map(\.id).joined(separator: ", ")
            throw .missing(
                "Det finns ingen sådan plan. De som finns är \(known).", "There is no such plan. There are \(known).")
        }
        return plan
    }

    /// The goals of the plan that a path names in every region, in the round that the query names or the newest.
    func matrix(_ call: Call, allowing more: [String] = []) async throws -> GoalMatrix {
        try call.query.allow(["round"] + more)
        let plan = try plan(call)
        var round: ReportingRound?
        if let text = call.query["round"] {
            guard let known = ReportingRound(text) else {
                throw Problem.query(
                    "round", allowed: ["2022-T1", "2022-T2", "2022-Y"],
                    "ska vara ett år och T1, T2 eller Y, till exempel 2022-T2",
                    "must be a year and T1, T2 or Y, for example 2022-T2")
            }
            round = known
        }
        return try await gateway.goals(plan: plan.id, round: round)
    }
}

/// Goals × regions as JSON. A cell without a report has no status: it is never `notStarted`.
enum MatrixJSON {
    static func value(_ matrix: GoalMatrix) -> CanonicalValue {
        .members(
            ("plan", .string(matrix.plan.id)), ("round", .text(matrix.round?.description)),
            ("reportedRounds", .texts(matrix.reportedRounds.map(\.description))),
            ("regions", .texts(matrix.regions.map(\.text))),
            (
                "rows",
                .array(
                    matrix.rows.map { row in
                        ["goal": PlanResource.value(row.goal), "cells": .array(row.cells.map(value))]
                    })
            ),
            (
                "missing",
                .array(
                    matrix.missing.map { missing in
                        [
                            "region": .string(missing.region.text), "goals": .texts(missing.goals),
                            "wholeRound": .bool(missing.wholeRound),
                        ]
                    })
            ))
    }

    private static func value(_ cell: GoalMatrix.Cell) -> CanonicalValue {
        let progress = cell.progress
        return .members(
            ("region", .string(cell.region.text)), ("status", .text(progress?.status.rawValue)),
            ("symbol", .string(progress?.status.symbol ?? GoalStatus.notReportedSymbol)),
            (
                "words",
                .object(
                    Language.allCases.map { language in
                        .init(
                            language.rawValue,
                            .string(
                                progress?.status.word(in: language) ?? GoalStatus.notReportedWord(in: language)))
                    })
            ), ("shareDone", progress?.shareDone.map { .integer($0) }), ("evidence", .text(progress?.evidence)),
            ("comment", .text(progress?.comment)), ("source", .text(progress?.source.rawValue)))
    }
}
