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
        let newer = try await newerDeliveries(than: proposal)
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

    /// The regions whose version seen last came after the proposal and is not the one that the proposal saw.
    package func newerDeliveries(than proposal: StandingProposal) async throws -> [RegionSlug] {
        let list = try await frozenList(proposal.proposal.list).list
        var newer: [RegionSlug] = []
        for region in list.completeness {
            guard let current = try await store.currentVersion(region: region.region, kind: .priceList),
                current.lastSeen > proposal.at, current.version.fingerprint != region.state.version
            else { continue }
            newer.append(region.region)
        }
        return newer
    }
}
