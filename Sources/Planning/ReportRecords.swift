package import Federation

/// The state of one goal as an actor reported it (måluppfyllelse).
package struct GoalReport: Hashable, Sendable {
    /// The id of the goal.
    package let goal: String
    package let status: GoalStatus
    /// How much of the goal is done, in whole percent 0 to 100; nil where not said.
    package let shareDone: Int?
    /// What the status rests on.
    package let evidence: String?
    package let comment: String?
    package let origin: RecordOrigin

    package init(
        goal: String, status: GoalStatus, shareDone: Int?, evidence: String?, comment: String?, origin: RecordOrigin
    ) {
        self.goal = goal
        self.status = status
        self.shareDone = shareDone
        self.evidence = evidence
        self.comment = comment
        self.origin = origin
    }
}

/// A measured effect of the work on a goal (effektmått) with its outcome (utfall).
package struct EffectMeasure: Hashable, Sendable {
    /// The id of the goal.
    package let goal: String
    package let name: String
    /// The outcome exactly as delivered.
    package let value: ExactDecimal
    /// What the value counts, in plain words, for example `procent`.
    package let unit: String?
    /// What the value should be, as the actor wrote it.
    package let target: String?
    package let origin: RecordOrigin

    package init(
        goal: String, name: String, value: ExactDecimal, unit: String?, target: String?, origin: RecordOrigin
    ) {
        self.goal = goal
        self.name = name
        self.value = value
        self.unit = unit
        self.target = target
        self.origin = origin
    }
}

/// Something an actor does for a goal (aktivitet).
package struct Activity: Hashable, Sendable {
    /// The id of the goal.
    package let goal: String
    package let title: String
    package let status: GoalStatus
    /// The day that it should be done by.
    package let due: Day?
    package let origin: RecordOrigin

    package init(goal: String, title: String, status: GoalStatus, due: Day?, origin: RecordOrigin) {
        self.goal = goal
        self.title = title
        self.status = status
        self.due = due
        self.origin = origin
    }
}

/// Work that an actor stopped to make room for the goal (det som slutats med).
package struct StoppedWork: Hashable, Sendable {
    /// The id of the goal.
    package let goal: String
    package let text: String
    package let origin: RecordOrigin

    package init(goal: String, text: String, origin: RecordOrigin) {
        self.goal = goal
        self.text = text
        self.origin = origin
    }
}
