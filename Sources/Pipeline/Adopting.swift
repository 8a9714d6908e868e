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
        let model = try await frozenList(proposal.proposal.list).list.header.model
        let newer = try await newerDeliveries(than: proposal, of: year)
        let act = try acts.adopt(
            decision, validity: model.validFrom...model.validTo, newer: newer, despiteNewer: despiteNewer)
        try await store.append(act, after: state.actCount)
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
        let all = try await newerDeliveries(than: proposal, of: state.year)
        guard isPublished else { return all }
        var newer: [RegionSlug] = []
        for region in all {
            guard let current = try await store.currentVersion(region: region, kind: .priceList)?.version,
                let examined = try await store.lastExamination(of: current)
            else { continue }
            let isForAnotherYear = examined.verdict != .accepted && examined.report.totals[Self.wrongYear] != nil
            if !isForAnotherYear { newer.append(region) }
        }
        return newer
    }

    /// What an examination finds where a delivery is for another year.
    private static let wrongYear = "wrong-year"

    /// The regions whose delivery is another than the proposal saw: another version, or one that a person has decided
    /// about since. A fetch that failed since brings nothing new.
    package func newerDeliveries(than proposal: StandingProposal, of year: Year) async throws -> [RegionSlug] {
        guard let built = try await store.lastBuilt(year, fingerprint: proposal.proposal.list) else {
            throw StoreError.unreadable("price_list")
        }
        var newer: [RegionSlug] = []
        for region in built.inputs {
            guard let current = try await store.currentVersion(region: region.region, kind: .priceList) else {
                continue
            }
            let isSame = current.version.fingerprint == region.state.version
            if isSame, try await !isDecidedAnew(current.version, since: region.state) { continue }
            newer.append(region.region)
        }
        return newer
    }

    /// Whether a version that was held, refused or accepted then is another of these now.
    private func isDecidedAnew(_ version: FeedVersion, since state: DeliveryState) async throws -> Bool {
        guard let verdict = try await store.lastExamination(of: version)?.verdict else { return false }
        return switch state {
        case .accepted: verdict != .accepted
        case .held: verdict != .held
        case .refused: verdict != .refused
        case .notDelivered, .fetchFailed: false
        }
    }
}
