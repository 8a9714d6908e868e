package import Federation

/// What one actor has reported on one plan (planrapport): all its rounds so far.
package struct PlanReport: Hashable, Sendable {
    package let region: RegionSlug
    package let organisationNumber: OrganisationNumber
    /// The id of the plan that is reported on.
    package let plan: String
    package let created: Instant
    package let contact: String?
    /// The rounds, oldest first, each at most once.
    package let rounds: [RoundReport]

    package init(
        region: RegionSlug, organisationNumber: OrganisationNumber, plan: String, created: Instant,
        contact: String?, rounds: [RoundReport]
    ) {
        self.region = region
        self.organisationNumber = organisationNumber
        self.plan = plan
        self.created = created
        self.contact = contact
        self.rounds = rounds
    }

    /// What the actor reported in that round; nil where it has not reported in it.
    package func report(for round: ReportingRound) -> RoundReport? { rounds.first { $0.round == round } }
}

/// What one actor reported in one round.
package struct RoundReport: Hashable, Sendable {
    package let round: ReportingRound
    package var goals: [GoalReport]
    package var measures: [EffectMeasure]
    package var activities: [Activity]
    package var stopped: [StoppedWork]

    package init(
        round: ReportingRound, goals: [GoalReport] = [], measures: [EffectMeasure] = [],
        activities: [Activity] = [], stopped: [StoppedWork] = []
    ) {
        self.round = round
        self.goals = goals
        self.measures = measures
        self.activities = activities
        self.stopped = stopped
    }
}
