package import Federation

/// Where a year's list stands (prislistans läge): derived from the acts, never kept.
package struct ListState: Hashable, Sendable {
    package let year: Year
    /// One round per edition, in order, withdrawn corrections among them; the last that stands is the present one.
    package private(set) var rounds: [ListRound]
    /// How many acts it is derived from; the log refuses an act that was made on another count.
    package private(set) var actCount: Int
    /// The instant of the last act.
    package private(set) var lastActAt: Instant?

    /// The state before any act.
    package init(year: Year) {
        self.year = year
        rounds = [ListRound(edition: 1, correction: nil)]
        actCount = 0
    }

    /// The state after these acts of the year, in the order that they were made. Throws the first act that could not
    /// follow those before it: then the log is broken.
    package init(year: Year, acts: [ListAct]) throws(ActRefusal) {
        self.init(year: year)
        for act in acts { try apply(act) }
    }

    /// The present round.
    package var round: ListRound { rounds[present] }
    /// The first round is never withdrawn.
    private var present: Int { rounds.lastIndex { $0.withdrawal == nil } ?? 0 }
    package var stage: ListStage { round.stage }
    /// The proposal that stands before the committee or was adopted; nil in a draft.
    package var proposal: StandingProposal? {
        guard stage != .draft else { return nil }
        return round.proposals.last
    }

    /// Follows one act. Throws where it cannot follow those before it.
    package mutating func apply(_ act: ListAct) throws(ActRefusal) {
        guard act.year == year else { throw .otherYear(act.year, not: year) }
        if let last = lastActAt, act.at < last { throw .clockBehind(act.at, last: last) }
        if case .corrected(let correction) = act.deed {
            try round.require(.published, for: .correct)
            guard correction.edition == round.edition else { throw .notTheLastEdition(round.edition) }
            rounds.append(ListRound(edition: round.edition + 1, correction: correction))
        } else {
            try rounds[present].apply(act)
        }
        actCount += 1
        lastActAt = act.at
    }
}

/// How far a list has come (läge).
package enum ListStage: String, Sendable, CaseIterable {
    /// Computed anew from what is there (utkast).
    case draft
    /// Frozen, before the committee (förslag).
    case proposed
    /// Adopted, not yet published (fastställd).
    case adopted
    /// Published for good (publicerad).
    case published
}
