package import Federation

/// The way of one edition from draft to publishing (omgång).
package struct ListRound: Hashable, Sendable {
    /// The number that the edition has or will have.
    package let edition: Int
    /// What it corrects and why; nil for a first edition.
    package let correction: Correction?
    package private(set) var stage: ListStage
    /// Every proposal, also those given back, in order; one whose adoption was taken back has that adoption with it.
    package private(set) var proposals: [StandingProposal]
    /// The adoption that stands; nil before it.
    package private(set) var adoption: Adoption?
    /// The publishing; nil before it.
    package private(set) var publishing: Publishing?
    /// Who withdrew a correction that was begun, when and why; nil for a round that stands.
    package private(set) var withdrawal: StandingProposal.GivenBack?

    /// A round in which nothing was done yet.
    init(edition: Int, correction: Correction?) {
        self.edition = edition
        self.correction = correction
        stage = .draft
        proposals = []
    }

    /// Who adopted, when, and what was decided.
    package struct Adoption: Hashable, Sendable {
        package let by: String
        package let at: Instant
        package let adopted: Adopted
    }

    /// Who published, when, and what.
    package struct Publishing: Hashable, Sendable {
        package let by: String
        package let at: Instant
        package let published: Published
    }

    /// Follows an act inside the round.
    mutating func apply(_ act: ListAct) throws(ActRefusal) {
        switch act.deed {
        case .proposed(let proposal):
            try require(.draft, for: .propose)
            proposals.append(StandingProposal(proposal: proposal, by: act.by, at: act.at))
            stage = .proposed
        case .returned(let reason) where isOpenCorrection:
            withdrawal = StandingProposal.GivenBack(reason: reason, by: act.by, at: act.at)
        case .returned(let reason):
            try requireReturnable()
            proposals[proposals.count - 1].giveBack(reason: reason, by: act.by, at: act.at, adoption: adoption)
            adoption = nil
            stage = .draft
        case .adopted(let adopted):
            try require(.proposed, for: .adopt)
            adoption = Adoption(by: act.by, at: act.at, adopted: adopted)
            stage = .adopted
        case .published(let published):
            try require(.adopted, for: .publish)
            publishing = Publishing(by: act.by, at: act.at, published: published)
            stage = .published
        case .corrected: try require(.published, for: .correct)
        }
    }

    /// Whether it is a correction that is not before the committee, so that it can be withdrawn.
    var isOpenCorrection: Bool { correction != nil && stage == .draft && withdrawal == nil }

    /// The day on which the committee first had the list of a proposal before it. What was adopted by mistake and is
    /// proposed anew was there already when the committee decided.
    func firstDay(of proposal: StandingProposal) -> Day {
        let mistaken = proposals.first {
            $0.proposal.list == proposal.proposal.list && $0.givenBack?.adoption != nil
        }
        return (mistaken ?? proposal).at.day
    }

    /// Throws unless a proposal can be given back: it is before the committee, or adopted and not published.
    func requireReturnable() throws(ActRefusal) {
        if stage != .adopted { try require(.proposed, for: .giveBack) }
    }

    /// Throws unless the round stands where an act begins.
    func require(_ needed: ListStage, for kind: ActKind) throws(ActRefusal) {
        guard stage == needed else { throw .wrongStage(kind, stage: stage, needed: needed) }
    }
}

/// A proposal with who made it, and what became of it if it was given back.
package struct StandingProposal: Hashable, Sendable {
    package let proposal: Proposal
    package let by: String
    package let at: Instant
    /// Who gave it back, when and why; nil while it stands, proposed or adopted.
    package private(set) var givenBack: GivenBack?

    package init(proposal: Proposal, by: String, at: Instant) {
        self.proposal = proposal
        self.by = by
        self.at = at
    }

    /// A proposal's way back to draft (återlämnande).
    package struct GivenBack: Hashable, Sendable {
        package let reason: String
        package let by: String
        package let at: Instant
        /// The adoption that was taken back with it; nil where it was not adopted.
        package var adoption: ListRound.Adoption?
    }

    mutating func giveBack(
        reason: String, by person: String, at moment: Instant, adoption: ListRound.Adoption?
    ) {
        givenBack = GivenBack(reason: reason, by: person, at: moment, adoption: adoption)
    }
}
