import Federation

extension VastmanlandLayout {
    func planReport(_ report: SimulatedPlanReport) -> [Draft] {
        var xml = envelope(report.region, report.contact)
        xml.begin("v:Planrapport", ["plan": SimulatedPlanReport.plan, "skapad": report.created.description])
        for round in report.rounds {
            xml.begin("v:Omgang", ["id": round.id])
            for goal in round.goals { write(goal, &xml) }
            xml.end()
        }
        for _ in 0..<3 { xml.end() }
        return [Draft(path: "/tjanst/plan", format: .xml, text: xml.bytes)]
    }

    private func write(_ goal: SimulatedGoalReport, _ xml: inout XMLText) {
        xml.empty(
            "v:Mal",
            [
                "mal": goal.goal, "lage": goal.status.rawValue, "andel": String(goal.shareDone),
                "underlag": goal.evidence, "kommentar": goal.comment,
            ])
        for measure in goal.measures {
            xml.empty(
                "v:Effektmatt",
                [
                    "mal": goal.goal, "namn": measure.name, "varde": measure.value, "enhet": measure.unit,
                    "malvarde": measure.target,
                ])
        }
        for activity in goal.activities {
            xml.empty(
                "v:Aktivitet",
                [
                    "mal": goal.goal, "rubrik": activity.title, "lage": activity.status.rawValue,
                    "klar": activity.due?.description,
                ])
        }
        for text in goal.stopped { xml.empty("v:Avslutat", ["mal": goal.goal, "text": text]) }
    }
}
