package import Federation

/// Why an act cannot be done (avvisad åtgärd): the person's mistake or the list's state, never the program's.
package enum ActRefusal: Error, Hashable, Sendable {
    /// The person is not in the settings' list of persons.
    case unknownPerson(String)
    /// The list does not stand where the act begins.
    case wrongStage(ActKind, stage: ListStage, needed: ListStage)
    /// The clock shows a time before the last act.
    case clockBehind(Instant, last: Instant)
    /// An act of another year in a year's log.
    case otherYear(Year, not: Year)
    /// A table of others is never proposed.
    case referenceModel(Year)
    /// An earlier list of the year was read in, so this year's list was adopted elsewhere.
    case importedYear(Year)
    /// The list is no longer the draft that was built and looked at.
    case draftOutdated(seen: Fingerprint, now: Fingerprint)
    /// The list has findings that block.
    case errors(Int)
    /// Warnings that nobody has acknowledged.
    case unacknowledgedWarnings(Int)
    /// Missing items that nobody has acknowledged.
    case unacknowledgedMissing(Int)
    /// The act needs a reason, or has one that is too long (bytes).
    case reason(ActKind, longest: Int)
    /// A correction in which nothing differs from the edition that it corrects.
    case nothingChanged(edition: Int)
    /// Changes named in a list that corrects nothing.
    case changesWithoutCorrection
    /// The person who proposed may not adopt.
    case sameProposer(String)
    /// The decision's number or paragraph is empty, too long or of several lines.
    case decisionText(field: DecisionField, longest: Int)
    /// A correction needs a decision of its own.
    case sameDecision(String)
    /// The decision's day is before the proposal's, or after today.
    case decisionDay(Day, earliest: Day, latest: Day)
    /// The list cannot hold from that day by its model.
    case validFrom(Day, first: Day, last: Day)
    /// These regions delivered anew after the proposal.
    case newerDeliveries([RegionSlug])
    /// There is no PDF and nobody asked to do without.
    case pdfMissing
    /// Only the last published edition is corrected.
    case notTheLastEdition(Int)
    /// What is published is not what was adopted.
    case notTheAdoptedList(adopted: Fingerprint, given: Fingerprint)

    /// A field of a decision.
    package enum DecisionField: String, Sendable { case number, paragraph }

    /// The stable code, for example `act-same-proposer`.
    package var code: String {
        switch self {
        case .unknownPerson: "act-unknown-person"
        case .wrongStage: "act-wrong-stage"
        case .clockBehind: "act-clock-behind"
        case .otherYear: "act-other-year"
        case .referenceModel: "act-reference-model"
        case .importedYear: "act-imported-year"
        case .draftOutdated: "act-draft-outdated"
        case .errors: "act-errors"
        case .unacknowledgedWarnings: "act-unacknowledged-warnings"
        case .unacknowledgedMissing: "act-unacknowledged-missing"
        case .reason: "act-reason"
        case .nothingChanged: "act-nothing-changed"
        case .changesWithoutCorrection: "act-changes-without-correction"
        case .sameProposer: "act-same-proposer"
        case .decisionText: "act-decision-text"
        case .sameDecision: "act-same-decision"
        case .decisionDay: "act-decision-day"
        case .validFrom: "act-valid-from"
        case .newerDeliveries: "act-newer-deliveries"
        case .pdfMissing: "act-pdf-missing"
        case .notTheLastEdition: "act-not-the-last-edition"
        case .notTheAdoptedList: "act-not-the-adopted-list"
        }
    }
}
