import Federation
import Planning
import Reading

/// Reads a plan.
struct PlanReader {
    let file: SourceFile

    /// The plan with its goals.
    func read() throws(PremisesError) -> BusinessPlan {
        try file.json { root in
            try root.allowMembers(["id", "title", "period", "owner", "decision", "goals"])
            let period = try root.member("period")
            return BusinessPlan(
                id: try root.member("id").string(), title: try root.member("title").string(),
                from: try period.member("from").day(), to: try period.member("to").day(),
                owner: try root.member("owner").string(), decision: try root.optional("decision").map(decision),
                goals: try root.member("goals").map(goal))
        }
    }

    private func decision(_ value: JSONValue) throws -> BoardDecision {
        try value.allowMembers(["reference", "date"])
        return BoardDecision(
            reference: try value.member("reference").string(), day: try value.member("date").day())
    }

    private func goal(_ value: JSONValue) throws -> Goal {
        try value.allowMembers(["id", "title", "source"])
        return Goal(
            id: try value.member("id").string(), title: try value.member("title").string(),
            source: try value.optional("source")?.one(of: Goal.Source.self) ?? .reports)
    }
}
