import Federation

extension VarmlandLayout {
    func planReport(_ report: SimulatedPlanReport) -> [Draft] {
        var xml = XMLText()
        xml.begin(
            "Planrapport",
            [
                "plan": SimulatedPlanReport.plan, "region": report.region.name,
                "orgnr": report.region.organisationNumber.description, "skapad": report.created.description,
                "kontakt": report.contact,
            ])
        for round in report.rounds {
            xml.begin("Omgång", ["id": round.id])
            for goal in round.goals { write(goal, &xml) }
            xml.end()
        }
        xml.end()
        return [draft("/planrapport", xml.bytes, report.created)]
    }

    private func write(_ goal: SimulatedGoalReport, _ xml: inout XMLText) {
        xml.begin("Målrapport", ["mål": goal.goal])
        xml.leaf("Läge", goal.status.swedish)
        xml.leaf("AndelKlart", String(goal.shareDone))
        xml.leaf("Underlag", goal.evidence)
        xml.leaf("Kommentar", goal.comment)
        xml.end()
        for measure in goal.measures {
            xml.begin("Effektmått", ["mål": goal.goal])
            xml.leaf("Namn", measure.name)
            xml.leaf("Värde", measure.value.replacing(".", with: ","))
            xml.leaf("Enhet", measure.unit)
            xml.leaf("Målvärde", measure.target.replacing(".", with: ","))
            xml.end()
        }
        for activity in goal.activities {
            xml.begin("Aktivitet", ["mål": goal.goal])
            xml.leaf("Rubrik", activity.title)
            xml.leaf("Läge", activity.status.swedish)
            xml.leaf("Klar", activity.due?.description)
            xml.end()
        }
        for text in goal.stopped {
            xml.begin("Avslutat", ["mål": goal.goal])
            xml.leaf("Text", text)
            xml.end()
        }
    }
}
