import Federation

extension SormlandLayout {
    func planReport(_ report: SimulatedPlanReport) -> [Draft] {
        var json = JSONText()
        json.object()
        json.member("region", report.region.name)
        json.member("organisationsnummer", report.region.organisationNumber.description)
        json.member("plan", SimulatedPlanReport.plan)
        json.member("upprattad", report.created.description)
        json.member("kontakt", report.contact)
        json.array("omgangar")
        for round in report.rounds {
            json.object()
            json.member("omgang", round.id)
            json.array("mal")
            for goal in round.goals { write(goal, &json) }
            json.end()
            json.end()
        }
        json.end()
        json.end()
        return [Draft(path: "/api/plan", format: .json, text: json.bytes)]
    }

    private func write(_ goal: SimulatedGoalReport, _ json: inout JSONText) {
        json.object()
        json.member("nummer", goal.goal)
        json.object("rapport", inline: true)
        json.member("lage", goal.status.swedish)
        json.member("andel", literal: String(goal.shareDone))
        json.member("underlag", goal.evidence)
        json.member("kommentar", goal.comment)
        json.end()
        json.array("matt")
        for measure in goal.measures {
            json.object(inline: true)
            json.member("namn", measure.name)
            json.member("varde", literal: measure.value)
            json.member("enhet", measure.unit)
            json.member("malvarde", literal: measure.target)
            json.end()
        }
        json.end()
        json.array("aktiviteter")
        for activity in goal.activities {
            json.object(inline: true)
            json.member("rubrik", activity.title)
            json.member("lage", activity.status.swedish)
            json.member("klar", activity.due?.description)
            json.end()
        }
        json.end()
        json.member("avslutat", strings: goal.stopped)
        json.end()
    }
}
