import Adoption
import Federation
import Pricing
import Publishing
import Registry
import Storage

extension Gateway {
    /// What the committee's minutes hold about a frozen list: the list, what changed since last year, and every deviation
    /// that somebody acknowledged.
    func minutes(of proposal: Proposal, adoption: ListRound.Adoption?, edition: Int) async throws -> Minutes {
        let content = try await frozenList(proposal.list)
        let frozen = try FrozenInput(bytes: try await document(proposal.input))
        let standing = adoption.map { Standing.adopted(edition: edition, decision: $0.adopted.decision.board) }
        return Minutes(
            document: PriceListDocument(
                list: content.list, regions: content.regions, codes: premises.codes,
                standing: standing ?? .proposed),
            cover: PriceListCover(fingerprint: proposal.list), changes: try await changesSinceLastYear(content.list),
            deviations: frozen.deviations.compactMap(Minutes.Deviation.init))
    }

    /// How a list differs from the one that its prices were raised from; nil where it names none.
    func changesSinceLastYear(_ list: PriceList) async throws -> PriceListDifference? {
        guard let previous = list.header.previous else { return nil }
        guard let earlier = try await self.previous(previous) else { throw StoreError.unreadable("previous list") }
        return PriceListDifference.between(ComparedList(earlier), ComparedList(list))
    }
}

extension Minutes.Deviation {
    /// A frozen deviation; nil for one that nobody had to acknowledge.
    fileprivate init?(_ frozen: FrozenInput.Deviation) {
        guard let acknowledged = frozen.acknowledged, let at = Instant(acknowledged.at) else { return nil }
        self.init(
            subject: frozen.subject, finding: frozen.sv, reason: acknowledged.reason, by: acknowledged.by,
            day: at.day)
    }
}
