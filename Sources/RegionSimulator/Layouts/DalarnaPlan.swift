import Federation

extension DalarnaLayout {
    func planReport(_ report: SimulatedPlanReport) -> [Draft] {
        let goals = report.rounds.flatMap(\.goals)
        let total = goals.reduce(0) { $0 + 1 + $1.measures.count + $1.activities.count + $1.stopped.count }
        var pages = PagedItems(path: "/v2/plan", pageSize: 50, total: total) { json in
            json.object("meta", inline: true)
            json.member("region", report.region.name)
            json.member("orgnr", report.region.organisationNumber.description)
            json.member("plan", SimulatedPlanReport.plan)
            json.member("skapad", report.created.description)
            json.member("kontakt", report.contact)
            json.end()
        }
        for round in report.rounds {
            for goal in round.goals { write(goal, round.id, &pages) }
        }
        return pages.finish()
    }

    private func write(_ goal: SimulatedGoalReport, _ round: String, _ pages: inout PagedItems) {
        pages.item { json in
            begin("MAL", goal, round, &json)
            json.member("status", goal.status.swedish)
            json.member("procent", literal: String(goal.shareDone))
            json.member("underlag", goal.evidence)
            json.member("kommentar", goal.comment)
        }
        for measure in goal.measures {
            pages.item { json in
                begin("EFFEKTMATT", goal, round, &json)
                json.member("namn", measure.name)
                json.member("utfall", measure.value)
                json.member("matt", measure.unit)
                json.member("malvarde", measure.target)
            }
        }
        for activity in goal.activities {
            pages.item { json in
                begin("AKTIVITET", goal, round, &json)
                json.member("titel", activity.title)
                json.member("status", activity.status.swedish)
                json.member("slutdatum", activity.due?.description)
            }
        }
        for text in goal.stopped {
            pages.item { json in
                begin("AVSLUTAT", goal, round, &json)
                json.member("text", text)
            }
        }
    }

    private func begin(_ type: String, _ goal: SimulatedGoalReport, _ round: String, _ json: inout JSONText) {
        json.member("posttyp", type)
        json.member("omgang", round)
        json.member("malnr", goal.goal)
    }
}
