import Federation

extension GavleborgLayout {
    func planReport(_ report: SimulatedPlanReport) -> [Draft] {
        let parts = report.rounds.enumerated().map { index, round in
            part("/plan/\(round.id).xml", index == 0 ? .windows1252 : .utf8) { xml in
                xml.begin("Omgang", ["id": round.id])
                for goal in round.goals { write(goal, &xml) }
                xml.end()
            }
        }
        let index = part("/plan/index.xml") { xml in
            xml.begin(
                "Index",
                [
                    "region": report.region.name, "orgnr": report.region.organisationNumber.description,
                    "plan": SimulatedPlanReport.plan, "skapad": report.created.description,
                    "kontakt": report.contact,
                ])
            for part in parts { xml.empty("Del", ["href": part.path]) }
            xml.end()
        }
        return [index] + parts
    }

    private func write(_ goal: SimulatedGoalReport, _ xml: inout XMLText) {
        xml.begin("mal", ["nr": goal.goal])
        xml.begin("rapport")
        xml.leaf("lage", goal.status.swedish)
        xml.leaf("andel", String(goal.shareDone))
        xml.leaf("underlag", goal.evidence)
        xml.leaf("kommentar", goal.comment)
        xml.end()
        for measure in goal.measures {
            xml.begin("effektmatt", ["namn": measure.name])
            xml.leaf("varde", measure.value)
            xml.leaf("matt", measure.unit)
            xml.leaf("malvarde", measure.target)
            xml.end()
        }
        for activity in goal.activities {
            xml.begin("aktivitet", ["titel": activity.title])
            xml.leaf("lage", activity.status.swedish)
            xml.leaf("klar", activity.due?.description)
            xml.end()
        }
        for text in goal.stopped { xml.leaf("avslutat", text) }
        xml.end()
    }
}
