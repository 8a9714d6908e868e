import Federation

extension OrebroLayout {
    func planReport(_ report: SimulatedPlanReport) -> [Draft] {
        var json = JSONText()
        json.object()
        json.object("huvud", inline: true)
        json.member("region", report.region.name)
        json.member("orgnr", report.region.organisationNumber.description)
        json.member("plan", SimulatedPlanReport.plan)
        json.member("skapad", compact(report.created.day))
        json.member("kontakt", report.contact)
        json.end()
        json.array("rader")
        for round in report.rounds {
            for goal in round.goals { write(goal, round, &json) }
        }
        json.end()
        json.end()
        return [draft("/oppnadata/plan.json", json.bytes)]
    }

    private func write(_ goal: SimulatedGoalReport, _ round: SimulatedRound, _ json: inout JSONText) {
        begin("mal", goal, round, &json)
        json.member("lage", goal.status.swedish)
        json.member("andel", String(goal.shareDone))
        json.member("underlag", goal.evidence)
        json.member("kommentar", goal.comment)
        json.end()
        for measure in goal.measures {
            begin("effektmatt", goal, round, &json)
            json.member("namn", measure.name)
            json.member("varde", measure.value.replacing(".", with: ","))
            json.member("enhet", measure.unit)
            json.member("malvarde", measure.target.replacing(".", with: ","))
            json.end()
        }
        for activity in goal.activities {
            begin("aktivitet", goal, round, &json)
            json.member("rubrik", activity.title)
            json.member("lage", activity.status.swedish)
            json.member("klar", activity.due.map(compact))
            json.end()
        }
        for text in goal.stopped {
            begin("avslutat", goal, round, &json)
            json.member("text", text)
            json.end()
        }
    }

    private func begin(
        _ type: String, _ goal: SimulatedGoalReport, _ round: SimulatedRound, _ json: inout JSONText
    ) {
        json.object(inline: true)
        json.member("typ", type)
        json.member("omgang", round.id)
        json.member("mal", goal.goal)
    }
}
