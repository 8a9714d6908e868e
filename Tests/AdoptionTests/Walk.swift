import Adoption
import Federation
import Pricing

/// A walk of one year's list through its acts, each checked and appended as the gateway does it.
struct Walk {
    static let year = Year.of(2023)
    static let start = Instant.of("2022-11-25T09:00:00Z")
    static let validity = Day(firstOf: year)...Day(lastOf: year)
    static let list = Fingerprint(of: Array("list".utf8))
    static let manifest = Fingerprint(of: Array("manifest".utf8))

    private(set) var acts: [ListAct] = []
    private(set) var state = ListState(year: year)
    var now = start

    /// The acts that a person may do now; Anna, Bo and Cecilia are known.
    func acts(by person: String) throws -> ListActs {
        try ListActs(on: state, by: person, at: now, persons: ["anna", "bo", "cecilia"])
    }

    mutating func propose(
        by person: String, list: Fingerprint = Walk.list, changes: [String] = [], facts: ProposalFacts = .fit()
    ) throws {
        let proposal = Proposal(input: Fingerprint(of: [1]), list: list, changes: changes)
        try append(try acts(by: person).propose(proposal, facts: facts))
    }

    mutating func giveBack(by person: String, reason: String) throws {
        try append(try acts(by: person).giveBack(reason: reason))
    }

    mutating func adopt(
        by person: String, number: String = "SN 2022-0031", paragraph: String = "47", day: String? = nil,
        validFrom: String = "2023-01-01", newer: [RegionSlug] = [], despiteNewer: Bool = false
    ) throws {
        let decision = ListDecision(
            number: number, paragraph: paragraph, day: day.map(Day.of) ?? now.day, validFrom: .of(validFrom))
        try append(
            try acts(by: person).adopt(
                decision, validity: Self.validity, newer: newer, despiteNewer: despiteNewer))
    }

    mutating func publish(by person: String, edition: Fingerprint = list) throws {
        let published = Published(edition: edition, manifest: Self.manifest, withoutPDF: false)
        try append(try acts(by: person).publish(published))
    }

    mutating func correct(by person: String, edition: Int = 1, reason: String) throws {
        try append(try acts(by: person).correct(edition: edition, reason: reason))
    }

    /// Proposed, adopted and published.
    mutating func walkToPublished() throws {
        try propose(by: "anna")
        try adopt(by: "bo")
        try publish(by: "anna")
    }

    /// Any act, by a person who may do it.
    mutating func attempt(_ kind: ActKind) throws {
        switch kind {
        case .propose: try propose(by: "anna")
        case .giveBack: try giveBack(by: "cecilia", reason: "Fel enhet")
        case .adopt: try adopt(by: "cecilia")
        case .publish: try publish(by: "cecilia")
        case .correct: try correct(by: "cecilia", reason: "Fel vikt")
        }
    }

    private mutating func append(_ act: ListAct) throws {
        try state.apply(act)
        acts.append(act)
    }
}

extension ProposalFacts {
    /// The facts of a list that can be proposed, but for what is given.
    static func fit(
        purpose: PriceModel.Purpose = .regional, isYearImported: Bool = false, errors: Int = 0,
        unacknowledgedWarnings: Int = 0, unacknowledgedMissing: Int = 0
    ) -> ProposalFacts {
        ProposalFacts(
            purpose: purpose, isYearImported: isYearImported, errors: errors,
            unacknowledgedWarnings: unacknowledgedWarnings, unacknowledgedMissing: unacknowledgedMissing)
    }
}
