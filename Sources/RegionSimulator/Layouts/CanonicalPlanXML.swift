import Federation

extension CanonicalXML {
    /// A plan report.
    static func planReport(_ report: SimulatedPlanReport) -> [UInt8] {
        var xml = XMLText()
        xml.begin(
            "planReport",
            [
                "xmlns": "urn:samverkan:plan-report:1", "region": report.region.slug.text,
                "organisationNumber": report.region.organisationNumber.description,
                "plan": SimulatedPlanReport.plan, "created": report.created.description, "contact": report.contact,
            ])
        for round in report.rounds {
            xml.begin("round", ["id": round.id])
            for goal in round.goals { write(goal, &xml) }
            xml.end()
        }
        xml.end()
        return xml.bytes
    }

    private static func write(_ goal: SimulatedGoalReport, _ xml: inout XMLText) {
        xml.begin("goalReport")
        xml.leaf("goal", goal.goal)
        xml.leaf("status", goal.status.rawValue)
        xml.leaf("shareDone", String(goal.shareDone))
        xml.leaf("evidence", goal.evidence)
        xml.leaf("comment", goal.comment)
        xml.end()
        for measure in goal.measures {
            xml.begin("effectMeasure")
            xml.leaf("goal", goal.goal)
            xml.leaf("name", measure.name)
            xml.leaf("value", measure.value)
            xml.leaf("unit", measure.unit)
            xml.leaf("target", measure.target)
            xml.end()
        }
        for activity in goal.activities {
            xml.begin("activity")
            xml.leaf("goal", goal.goal)
            xml.leaf("title", activity.title)
            xml.leaf("status", activity.status.rawValue)
            xml.leaf("due", activity.due?.description)
            xml.end()
        }
        for text in goal.stopped {
            xml.begin("stopped")
            xml.leaf("goal", goal.goal)
            xml.leaf("text", text)
            xml.end()
        }
    }
}
