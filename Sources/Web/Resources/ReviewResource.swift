import Adoption
import Federation
import Pipeline
import Sealing
import Storage

/// What a person should know about a list before or after it is adopted: the findings on it, and that nothing is lost.
struct ReviewResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [
            .get("/v1/price-lists/{year}/findings") { try await own.findings($0) },
            .get("/v1/price-lists/{year}/completeness") { try await own.completeness($0) },
        ]
    }

    /// The findings on an edition as the committee had them before it, or those on the draft as it stands.
    private func findings(_ call: Call) async throws -> Answer {
        try call.query.allow(["state"] + ListChoice.names + Paging.names)
        let paging = try Paging(call.query)
        let wanted = try call.query.word("state", of: ListFindings.states)
        let findings = try await holdings.findings(call)
        let items = findings.items.filter { wanted == nil || $0.state == wanted }
        let json = ListFindingJSON(holdings.gateway)
        return try paging.answer(
            items[paging.range(of: items.count)].map(json.value), total: items.count, to: call,
            caching: findings.edition == nil ? .askAgainPrivately : .askAgain, more: json.members(of: findings))
    }

    /// What was owed, delivered and priced: of an edition by what it says itself, of the draft counted anew from
    /// what it was made of.
    private func completeness(_ call: Call) async throws -> Answer {
        try call.query.allow(ListChoice.names)
        let snapshot = try await holdings.list(call)
        guard snapshot.edition == nil else {
            let value = snapshot.members.reduce(CompletenessJSON.value(of: snapshot.list)) { $0.adding($1) }
            var answer = try Answer(json: value)
            snapshot.addLink(to: &answer)
            return answer
        }
        guard let review = try await holdings.gateway.reviewLastBuilt(snapshot.year) else { throw Draft.Gone() }
        let value = CompletenessJSON.value(of: review.proof, in: review.built.list).adding(
            ("fingerprint", .string(review.built.record.fingerprint.hex)))
        return try Answer(json: value, caching: .askAgainPrivately)
    }
}

/// The findings on a list, whether they stand in an edition's frozen input or were found in the draft just now.
struct ListFindings {
    static let states = ["open", "acknowledged", "lapsed"]

    /// Nil for a draft.
    let edition: KeptEdition?
    let fingerprint: Fingerprint
    let items: [Item]
    /// How many stand in the way of a proposal; nil for an edition.
    let blocking: Int?

    /// One finding, or an acknowledgement whose finding is gone or another.
    struct Item {
        let id: String
        let code: String
        let state: String
        /// What it is about, by ids: `line cs-…`.
        let subject: String
        let severity: Severity
        /// In Swedish and English; nil for one that lapsed.
        let words: (swedish: String, english: String)?
        /// What to do, in Swedish and English; nil for one that lapsed or was frozen.
        let whatToDo: (swedish: String, english: String)?
        /// Who let the list stand with it, why and when (RFC 3339).
        let acknowledged: (by: String, reason: String, at: String)?
        /// Why an acknowledgement no longer holds; empty for one that does.
        let causes: [LapsedAcknowledgement.Cause]
    }
}

extension Holdings {
    /// The findings on the list that a call asks for. Throws a problem where it may not be shown or is not there.
    func findings(_ call: Call) async throws -> ListFindings {
        if let kept = try await chosenEdition(call) { return try await findings(of: kept) }
        _ = try await draft(call)
        guard let review = try await gateway.reviewLastBuilt(try call.year()) else { throw Draft.Gone() }
        return ListFindings(review, gateway)
    }

    private func findings(of kept: KeptEdition) async throws -> ListFindings {
        let items = try await gateway.deviations(of: kept).map { deviation in
            ListFindings.Item(
                id: deviation.id, code: deviation.code,
                state: deviation.acknowledged == nil ? "open" : "acknowledged", subject: deviation.subject,
                severity: Severity(rawValue: deviation.severity) ?? .info, words: (deviation.sv, deviation.en),
                whatToDo: nil, acknowledged: deviation.acknowledged.map { ($0.by, $0.reason, $0.at) }, causes: [])
        }
        return ListFindings(
            edition: kept, fingerprint: kept.edition.fingerprint, items: items, blocking: nil)
    }
}
