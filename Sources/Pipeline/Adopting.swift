package import Adoption
package import Federation
import Pricing
import Storage

extension Gateway {
    /// Adopts the proposal of a year by a decision of the committee (`samverkan adopt`). Throws `ActRefusal`.
    package func adopt(
        _ year: Year, decision: ListDecision, despiteNewer: Bool, by person: String, persons: Set<String>
    ) async throws {
        let state = try await listState(year)
        let acts = try ListActs(on: state, by: person, at: now(), persons: persons)
        guard let proposal = state.proposal else {
            throw ActRefusal.wrongStage(.adopt, stage: state.stage, needed: .proposed)
        }
        let header = try await frozenList(proposal.proposal.list).list.header
        if !despiteNewer { try await requireLatestPrevious(header) }
        let model = header.model
        let newer = try await newerDeliveries(than: proposal, of: year)
        let act = try acts.adopt(
            decision, validity: model.validFrom...model.validTo, newer: newer, despiteNewer: despiteNewer)
        try await store.append(act, after: state.actCount)
    }

    /// Throws `CommandError` where last year's list has a newer edition than the one that the prices were raised from.
    private func requireLatestPrevious(_ header: PriceListHeader) async throws {
        guard let named = header.previous, named.basis == .published,
            let latest = try await published(before: header.model.year)?.edition, latest.number != named.number
        else { return }
        throw CommandError(
            "Listan för \(named.year) har utgåva \(latest.number), men förslaget bygger på utgåva \(named.number). Återlämna "
                + "förslaget och bygg om, eller fastställ ändå med --despite-newer.",
            "The list of \(named.year) has edition \(latest.number), but the proposal rests on edition \(named.number). "
                + "Return the proposal and build anew, or adopt with --despite-newer.")
    }

    /// Begins the correction of a year's published edition (`samverkan correct`). Throws `ActRefusal`.
    package func correct(
        _ year: Year, edition: Int, reason: String, by person: String, persons: Set<String>
    ) async throws {
        let state = try await listState(year)
        let acts = try ListActs(on: state, by: person, at: now(), persons: persons)
        try await store.append(acts.correct(edition: edition, reason: reason), after: state.actCount)
    }

    /// The regions that have delivered something else than the list that lies before the committee or was published last is
    /// made of; none where it is a draft, or adopted and not yet published. After publishing, a delivery for another year
    /// is not one of them, and only of the year that deliveries are examined against can that be told.
    package func newerDeliveries(in state: ListState) async throws -> [RegionSlug] {
        guard let proposal = state.proposal, state.stage != .adopted else { return [] }
        let isPublished = state.stage == .published
        guard !isPublished || state.year == year else { return [] }
        return try await newerExaminations(than: proposal, of: state.year)
            .filter { !isPublished || $0.examined.verdict == .accepted || $0.examined.otherYear == nil }.map(\.region)
    }

    /// The regions whose delivery is another than the proposal saw: another version, or one that a person has decided
    /// about since. A fetch that failed since brings nothing new, nor does a delivery for another year.
    package func newerDeliveries(than proposal: StandingProposal, of year: Year) async throws -> [RegionSlug] {
        try await newerExaminations(than: proposal, of: year).map(\.region)
    }

    /// The same with what was found in each delivery, examined for the list's own year.
    private func newerExaminations(
        than proposal: StandingProposal, of year: Year
    ) async throws -> [(region: RegionSlug, examined: KeptExamination)] {
        guard let built = try await store.lastBuilt(year, fingerprint: proposal.proposal.list) else {
            throw StoreError.unreadable("price_list")
        }
        let own = about(year)
        var newer: [(region: RegionSlug, examined: KeptExamination)] = []
        for input in built.inputs {
            guard let region = premises.region(input.region), let feed = region.feed(.priceList),
                let current = try await own.yearsDelivery(of: region, feed).counting?.examination
            else { continue }
            let isSame = current.version == input.state.version
            if isSame, !isDecidedAnew(current, since: input.state) { continue }
            newer.append((input.region, current))
        }
        return newer
    }

    /// Whether a version that was held, refused or accepted then is another of these now.
    private func isDecidedAnew(_ examined: KeptExamination, since state: DeliveryState) -> Bool {
        switch state {
        case .accepted: examined.verdict != .accepted
        case .held: examined.verdict != .held
        case .refused: examined.verdict != .refused
        case .notDelivered, .fetchFailed: false
        }
    }
}
