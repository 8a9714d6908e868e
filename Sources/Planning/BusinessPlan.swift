package import Federation

/// A plan for cooperation (verksamhetsplan): adopted for a period, with goals that actors report on.
package struct BusinessPlan: Hashable, Sendable {
    /// The id in paths and reports, for example `verksamhetsplan-2021-2024`.
    package let id: String
    package let title: String
    /// The first day of the period.
    package let from: Day
    /// The last day of the period.
    package let to: Day
    /// Who adopted the plan and follows it up.
    package let owner: String
    /// The decision that adopted the plan; nil until it is known, then shown as "beslut ej angivet".
    package let decision: BoardDecision?
    /// The goals in the plan's own order.
    package let goals: [Goal]

    package init(
        id: String, title: String, from: Day, to: Day, owner: String, decision: BoardDecision?, goals: [Goal]
    ) {
        self.id = id
        self.title = title
        self.from = from
        self.to = to
        self.owner = owner
        self.decision = decision
        self.goals = goals
    }

    /// The goal of that id.
    package func goal(_ id: String) -> Goal? { goals.first { $0.id == id } }
}

/// A goal of a plan (mål).
package struct Goal: Hashable, Sendable {
    /// Where a goal's status comes from.
    package enum Source: String, Sendable, CaseIterable {
        /// The actors report it, round by round.
        case reports
        /// The gateway knows it itself: the goal is the annual price list.
        case gateway
    }

    /// The id in reports, a text: `10`, `A1`.
    package let id: String
    package let title: String
    package let source: Source

    package init(id: String, title: String, source: Source = .reports) {
        self.id = id
        self.title = title
        self.source = source
    }
}
