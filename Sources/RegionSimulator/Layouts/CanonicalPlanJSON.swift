import Federation

extension CanonicalJSON {
    /// A plan report.
    static func planReport(_ report: SimulatedPlanReport) -> [UInt8] {
        var json = JSONText()
        json.object()
        json.member("region", report.region.slug.text)
        json.member("organisationNumber", report.region.organisationNumber.description)
        json.member("plan", SimulatedPlanReport.plan)
        json.member("created", report.created.description)
        json.member("contact", report.contact)
        json.array("rounds")
        for round in report.rounds {
            json.object()
            json.member("id", round.id)
            writeGoals(round, &json)
            writeMeasures(round, &json)
            writeActivities(round, &json)
            writeStopped(round, &json)
            json.end()
        }
        json.end()
        json.end()
        return json.bytes
    }

    private static func writeGoals(_ round: SimulatedRound, _ json: inout JSONText) {
        json.array("goals")
        for goal in round.goals {
            json.object(inline: true)
            json.member("goal", goal.goal)
            json.member("status", goal.status.rawValue)
            json.member("shareDone", literal: String(goal.shareDone))
            json.member("evidence", goal.evidence)
            json.member("comment", goal.comment)
            json.end()
        }
        json.end()
    }

    private static func writeMeasures(_ round: SimulatedRound, _ json: inout JSONText) {
        json.array("measures")
        for goal in round.goals {
            for measure in goal.measures {
                json.object(inline: true)
                json.member("goal", goal.goal)
                json.member("name", measure.name)
                json.member("value", measure.value)
                json.member("unit", measure.unit)
                json.member("target", measure.target)
                json.end()
            }
        }
        json.end()
    }

    private static func writeActivities(_ round: SimulatedRound, _ json: inout JSONText) {
        json.array("activities")
        for goal in round.goals {
            for activity in goal.activities {
                json.object(inline: true)
                json.member("goal", goal.goal)
                json.member("title", activity.title)
                json.member("status", activity.status.rawValue)
                json.member("due", activity.due?.description)
                json.end()
            }
        }
        json.end()
    }

    private static func writeStopped(_ round: SimulatedRound, _ json: inout JSONText) {
        json.array("stopped")
        for goal in round.goals {
            for text in goal.stopped {
                json.object(inline: true)
                json.member("goal", goal.goal)
                json.member("text", text)
                json.end()
            }
        }
        json.end()
    }
}
