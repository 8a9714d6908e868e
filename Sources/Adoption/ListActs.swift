package import Federation
package import Pricing

/// The acts that a person may do on a year's list as it stands: each is checked whole before it exists.
///
/// Every function gives the act to append to the log, and throws `ActRefusal` where it cannot be done. Only a
/// `PriceList` can be proposed; a scenario has no way in here.
package struct ListActs: Sendable {
    /// The longest reason, in bytes.
    package static let longestReason = 2000

    private let state: ListState
    private let person: String
    private let moment: Instant

    /// The acts of one person at one moment. Throws where the person is not in the settings' list of persons, or where
    /// the clock is behind the last act.
    package init(on state: ListState, by person: String, at moment: Instant, persons: Set<String>) throws(ActRefusal) {
        guard persons.contains(person) else { throw .unknownPerson(person) }
        if let last = state.lastActAt, moment < last { throw .clockBehind(moment, last: last) }
        self.state = state
        self.person = person
        self.moment = moment
    }

    /// Lays a frozen list before the committee.
    package func propose(_ proposal: Proposal, facts: ProposalFacts) throws(ActRefusal) -> ListAct {
        try state.round.require(.draft, for: .propose)
        guard facts.purpose == .regional else { throw .referenceModel(state.year) }
        guard !facts.isYearImported else { throw .importedYear(state.year) }
        guard facts.errors == 0 else { throw .errors(facts.errors) }
        guard facts.unacknowledgedWarnings == 0 else { throw .unacknowledgedWarnings(facts.unacknowledgedWarnings) }
        guard facts.unacknowledgedMissing == 0 else { throw .unacknowledgedMissing(facts.unacknowledgedMissing) }
        if let correction = state.round.correction {
            guard !proposal.changes.isEmpty else { throw .nothingChanged(edition: correction.edition) }
        } else {
            guard proposal.changes.isEmpty else { throw .changesWithoutCorrection }
        }
        return act(.proposed(proposal))
    }

    /// Gives the proposal back to draft, where it stays readable, also one that was adopted by mistake and is not
    /// published; or withdraws a correction that was begun and is not before the committee: the edition that it was to
    /// correct stands.
    package func giveBack(reason: String) throws(ActRefusal) -> ListAct {
        if !state.round.isOpenCorrection { try state.round.requireReturnable() }
        return act(.returned(reason: try checked(reason, for: .giveBack)))
    }

    /// Adopts the proposal by a decision of the committee. `validity` is that of the proposal's model; `newer` are the
    /// regions that delivered after the proposal, and `despiteNewer` says that the list is adopted without them.
    package func adopt(
        _ decision: ListDecision, validity: ClosedRange<Day>, newer: [RegionSlug], despiteNewer: Bool
    ) throws(ActRefusal) -> ListAct {
        try state.round.require(.proposed, for: .adopt)
        guard let proposal = state.proposal else { throw .wrongStage(.adopt, stage: state.stage, needed: .proposed) }
        guard proposal.by != person else { throw .sameProposer(person) }
        try check(decision, proposedOn: state.round.firstDay(of: proposal), validity: validity)
        guard newer.isEmpty || despiteNewer else { throw .newerDeliveries(newer.sorted()) }
        return act(.adopted(Adopted(decision: decision, despiteNewer: newer)))
    }

    /// Throws unless the adopted list may be published; asked before anything is written. `hasPDF` says whether the PDF
    /// can be made, `withoutPDF` whether the person asked to do without.
    package func checkPublishing(hasPDF: Bool, withoutPDF: Bool) throws(ActRefusal) {
        try state.round.require(.adopted, for: .publish)
        guard hasPDF || withoutPDF else { throw .pdfMissing }
    }

    /// Publishes the adopted list, whose renderings and manifest are made.
    package func publish(_ published: Published) throws(ActRefusal) -> ListAct {
        try state.round.require(.adopted, for: .publish)
        guard let adopted = state.proposal?.proposal.list, adopted == published.edition else {
            throw .notTheAdoptedList(
                adopted: state.proposal?.proposal.list ?? published.edition, given: published.edition)
        }
        return act(.published(published))
    }

    /// Begins the correction of the last published edition. What it changes is told when it is proposed, and its own
    /// decision when it is adopted.
    package func correct(edition: Int, reason: String) throws(ActRefusal) -> ListAct {
        try state.round.require(.published, for: .correct)
        guard edition == state.round.edition else { throw .notTheLastEdition(state.round.edition) }
        return act(.corrected(Correction(edition: edition, reason: try checked(reason, for: .correct))))
    }

    private func act(_ deed: ListAct.Deed) -> ListAct {
        ListAct(year: state.year, by: person, at: moment, deed: deed)
    }

    private func checked(_ reason: String, for kind: ActKind) throws(ActRefusal) -> String {
        let reason = reason.normalized
        let isBlank = reason.allSatisfy(\.isWhitespace)
        guard !isBlank, reason.utf8.count <= Self.longestReason else {
            throw .reason(kind, longest: Self.longestReason)
        }
        return reason
    }

    private func check(
        _ decision: ListDecision, proposedOn day: Day, validity: ClosedRange<Day>
    ) throws(ActRefusal) {
        for (field, text) in [(ActRefusal.DecisionField.number, decision.number), (.paragraph, decision.paragraph)] {
            let isPlain = !text.allSatisfy(\.isWhitespace) && !text.contains(where: \.isNewline)
            guard isPlain, text.utf8.count <= ListDecision.longestText else {
                throw .decisionText(field: field, longest: ListDecision.longestText)
            }
        }
        let earlier = state.rounds.compactMap { $0.adoption?.adopted.decision.board.reference }
        guard !earlier.contains(decision.board.reference) else { throw .sameDecision(decision.board.reference) }
        guard day <= decision.day, decision.day <= moment.day else {
            throw .decisionDay(decision.day, earliest: day, latest: moment.day)
        }
        guard validity.contains(decision.validFrom) else {
            throw .validFrom(decision.validFrom, first: validity.lowerBound, last: validity.upperBound)
        }
    }
}

/// What must be known of a built list before it can be proposed (granskningsläge).
package struct ProposalFacts: Hashable, Sendable {
    package let purpose: PriceModel.Purpose
    /// Whether an earlier adopted list of the same year was read in.
    package let isYearImported: Bool
    /// Findings of severity error.
    package let errors: Int
    /// Findings of severity warning that no acknowledgement matches.
    package let unacknowledgedWarnings: Int
    /// Missing items that no acknowledgement matches.
    package let unacknowledgedMissing: Int

    package init(
        purpose: PriceModel.Purpose, isYearImported: Bool, errors: Int, unacknowledgedWarnings: Int,
        unacknowledgedMissing: Int
    ) {
        self.purpose = purpose
        self.isYearImported = isYearImported
        self.errors = errors
        self.unacknowledgedWarnings = unacknowledgedWarnings
        self.unacknowledgedMissing = unacknowledgedMissing
    }
}
