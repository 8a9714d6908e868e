import Adoption
import Federation
import Pricing
import Publishing
import Registry
import Storage

extension Gateway {
    /// What the committee's minutes hold about a frozen list: the list, what changed since last year, what a correction
    /// changes, every deviation with its reason, and the persons by their names.
    func minutes(
        of laid: StandingProposal, adoption: ListRound.Adoption?, in round: ListRound, names: PersonNames
    ) async throws -> Minutes {
        let proposal = laid.proposal
        let content = try await frozenList(proposal.list)
        let frozen = try FrozenInput(bytes: try await document(proposal.input))
        let standing = adoption.map { Standing.adopted(edition: round.edition, decision: $0.adopted.decision) }
        let corrected = try await corrected(by: proposal, in: round, content.list)
        return Minutes(
            document: PriceListDocument(
                list: content.list, regions: content.regions, codes: premises.codes,
                standing: standing ?? .proposed),
            cover: PriceListCover(fingerprint: proposal.list, correction: corrected?.cover),
            changes: try await changesSinceLastYear(content.list), deviations: frozen.minuted(names),
            correction: corrected?.difference,
            proposed: Minutes.Hand(by: names.words(for: laid.by), on: laid.at.day),
            adopted: adoption.map { Minutes.Hand(by: names.words(for: $0.by), on: $0.at.day) })
    }

    /// How a list differs from the one that its prices were raised from; nil where it names none.
    func changesSinceLastYear(_ list: PriceList) async throws -> PriceListDifference? {
        guard let previous = list.header.previous else { return nil }
        guard let earlier = try await self.previous(previous) else { throw StoreError.unreadable("previous list") }
        return PriceListDifference.between(ComparedList(earlier), ComparedList(list))
    }

    /// What the round's correction is, and how its list differs from the edition that it corrects; nil in a first round.
    private func corrected(
        by proposal: Proposal, in round: ListRound, _ list: PriceList
    ) async throws -> (cover: PriceListCover.Correction, difference: PriceListDifference)? {
        guard let correction = round.correction,
            let kept = try await edition(list.header.model.year, number: correction.edition)
        else { return nil }
        let cover = PriceListCover.Correction(
            edition: correction.edition, decision: kept.edition.decision.board.reference, reason: correction.reason,
            changes: proposal.changes)
        let earlier = ComparedList(try await content(of: kept).list, edition: kept.edition.number)
        return (cover, PriceListDifference.between(earlier, ComparedList(list, edition: round.edition)))
    }
}

extension FrozenInput {
    /// The deviations as the minutes have them.
    fileprivate func minuted(_ names: PersonNames) -> [Minutes.Deviation] {
        // Thousands are acknowledged at one moment: each moment is read once.
        let moments = Set(deviations.compactMap(\.acknowledged?.at))
        let days = Dictionary(uniqueKeysWithValues: moments.map { ($0, Instant($0)?.day) })
        return deviations.map { Minutes.Deviation($0, day: $0.acknowledged.flatMap { days[$0.at] ?? nil }, names) }
    }
}

extension Minutes.Deviation {
    /// A frozen deviation: with the reason of the person who acknowledged it on that day, else with the region's.
    fileprivate init(_ frozen: FrozenInput.Deviation, day: Day?, _ names: PersonNames) {
        let acknowledged = frozen.acknowledged
        self.init(
            subject: frozen.about ?? frozen.subject, finding: frozen.sv,
            reason: acknowledged?.reason ?? frozen.reason,
            by: acknowledged.map { names.words(for: $0.by) } ?? frozen.reason.map { _ in "regionen" },
            day: day)
    }
}
