package import Federation

/// What the gateway knows by itself about the annual price lists: the source of the goal that is the list.
package struct GatewayStatus: Hashable, Sendable {
    /// Years whose list is published.
    package let published: Set<Year>
    /// Years that have a draft.
    package let drafts: Set<Year>
    /// The day that the committee decides, per year of the list, from the year's price model.
    package let decisionDays: [Year: Day]
    /// The clock's day.
    package let today: Day

    package init(published: Set<Year>, drafts: Set<Year>, decisionDays: [Year: Day], today: Day) {
        self.published = published
        self.drafts = drafts
        self.decisionDays = decisionDays
        self.today = today
    }

    /// The status of "adopt an annual price list" in a round; it is about the list of the year after the round's.
    /// A draft without a known decision day is at risk, since nothing says that it is in time.
    package func priceListGoal(in round: ReportingRound) -> GoalStatus {
        let year = round.year.next
        if published.contains(year) { return .achieved }
        guard drafts.contains(year), let decision = decisionDays[year], today < decision else { return .atRisk }
        return .onTrack
    }
}
