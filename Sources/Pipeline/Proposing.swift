package import Adoption
package import Federation
import Foundation
import Harvest
package import Pricing
import Publishing
import Registry
import Storage

extension Gateway {
    /// Where the list of a year stands.
    package func listState(_ year: Year) async throws -> ListState {
        try ListState(year: year, acts: try await store.listActs(year))
    }

    /// Lays the list of a year before the committee (`samverkan propose`): freezes everything that it is made from.
    ///
    /// Throws `ActRefusal` where something stands in the way; then nothing has happened.
    package func propose(
        _ year: Year, useLastGood: Bool, by person: String, persons: Set<String>
    ) async throws -> StandingProposal {
        let state = try await listState(year)
        let acts = try ListActs(on: state, by: person, at: now(), persons: persons)
        let review = try await review(year, useLastGood: useLastGood, ofDraft: true)
        guard review.proof.holds else { throw Self.unaccounted(review.proof) }
        let frozen = FrozenInput(
            review.built.list, fingerprint: review.built.record.fingerprint, deviations: deviations(of: review))
        let bytes = try frozen.bytes()
        let proposal = Proposal(
            input: Fingerprint(of: bytes), list: review.built.record.fingerprint,
            changes: try await changes(of: review.built.list, correcting: state.round.correction))
        let act = try acts.propose(proposal, facts: try await facts(of: review))
        // The bytes before any row that names them.
        try await freeze(review.built, input: bytes)
        try await store.append(act, after: state.actCount)
        return StandingProposal(proposal: proposal, by: person, at: act.at)
    }

    /// Gives a proposal back to draft (`samverkan return`), also one adopted by mistake; it stays readable.
    package func giveBack(_ year: Year, reason: String, by person: String, persons: Set<String>) async throws {
        let state = try await listState(year)
        let act = try ListActs(on: state, by: person, at: now(), persons: persons).giveBack(reason: reason)
        try await store.append(act, after: state.actCount)
    }

    /// Everything that the list was made from and that is not in the archive already: the list itself, the model, the
    /// weights, and what the proposal names.
    private func freeze(_ built: BuiltPriceList, input: [UInt8]) async throws {
        let archive = archive
        let folder = premises.contractsFolder
        let model = built.list.header.model
        let files =
            [("\(folder)/price-models/\(model.year).json", built.list.header.modelFingerprint)]
            + model.weightLists.map { ("\(folder)/weight-lists/\($0.file)", $0.sha256) }
        try await OffPool.run {
            for (path, expected) in files {
                let bytes = Array(try Data(contentsOf: URL(filePath: path)))
                guard Fingerprint(of: bytes) == expected else {
                    throw CommandError(
                        "\(path) har ändrats medan listan byggdes. Försök igen.",
                        "\(path) was changed while the list was built. Try again.")
                }
                _ = try archive.keep(bytes)
            }
            _ = try archive.keep(try built.document.json().bytes)
            _ = try archive.keep(input)
        }
    }

    private func facts(of review: ListReview) async throws -> ProposalFacts {
        let year = review.built.record.year
        let errors = review.blocking.count { premises.catalogue[$0.finding.code].severity == .error }
        let missing = review.blocking.count { $0.finding.isMissing }
        return ProposalFacts(
            purpose: review.built.list.header.model.purpose,
            isYearImported: try await isImported(year), errors: errors,
            unacknowledgedWarnings: review.blocking.count - errors - missing, unacknowledgedMissing: missing)
    }

    /// What a correction changes against the edition that it corrects.
    private func changes(of list: PriceList, correcting correction: Correction?) async throws -> [String] {
        guard let correction else { return [] }
        guard let kept = try await edition(list.header.model.year, number: correction.edition) else {
            throw ActRefusal.notTheLastEdition(correction.edition)
        }
        return list.changes(since: try await content(of: kept).list)
    }

    /// Whether the year's list was adopted elsewhere: one was read in, and none is published here.
    private func isImported(_ year: Year) async throws -> Bool {
        let isPublished = try await editions().contains { $0.edition.year == year }
        let opened = try await store.openingListRow(year)
        return !isPublished && opened != nil
    }

    private static func unaccounted(_ proof: CompletenessProof) -> CommandError {
        let gaps = proof.gaps.prefix(5).map { "\($0)" }.joined(separator: "; ")
        return CommandError(
            "Listan går inte ihop med sitt underlag (\(gaps)). Det är ett fel i programmet; föreslå den inte.",
            "The list does not add up with what it was made from (\(gaps)). That is a fault in the program; do not "
                + "propose it.")
    }
}

extension ListFinding {
    /// Whether it tells of something that is owed and not there.
    package var isMissing: Bool {
        if case .missing = facts { true } else { false }
    }
}
