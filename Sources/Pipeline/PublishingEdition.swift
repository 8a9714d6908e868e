import Adoption
package import Federation
import Foundation
import Harvest
import Pricing
package import Publishing
package import Sealing
package import Storage

/// What publishing needs beside the adopted list: who signs, who makes the PDF, and what persons are called in it.
package struct PublishingTools: Sendable {
    /// The private keys at hand: the one in use, and the one before where the next manifest is signed by both.
    package let keys: [SigningKey]
    /// Nil where the PDF is left out.
    package let pdf: PDFMaker?
    /// A folder for files on their way.
    package let temporaryFolder: String
    /// The names that stand in the PDF; the manifest has ids.
    package let names: PersonNames

    package init(
        keys: [SigningKey], pdf: PDFMaker?, temporaryFolder: String, names: PersonNames = PersonNames()
    ) {
        self.names = names
        self.keys = keys
        self.pdf = pdf
        self.temporaryFolder = temporaryFolder
    }
}

extension Gateway {
    /// Throws `ActRefusal` where the list of a year cannot be published now, whatever keys are at hand.
    package func checkPublishing(
        _ year: Year, hasPDF: Bool, withoutPDF: Bool, by person: String, persons: Set<String>
    ) async throws {
        let acts = try ListActs(on: try await listState(year), by: person, at: now(), persons: persons)
        try acts.checkPublishing(hasPDF: hasPDF, withoutPDF: withoutPDF)
    }

    /// Publishes the adopted list of a year for good (`samverkan publish`): every rendering is made once, its manifest
    /// signed, and all of it kept before any row names it.
    ///
    /// Throws `ActRefusal`, `KeyFault` or `PDFFailure` where something stands in the way; then nothing is published.
    package func publish(
        _ year: Year, with tools: PublishingTools, withoutPDF: Bool, by person: String, persons: Set<String>
    ) async throws -> KeptEdition {
        let state = try await listState(year)
        let acts = try ListActs(on: state, by: person, at: now(), persons: persons)
        try acts.checkPublishing(hasPDF: tools.pdf != nil, withoutPDF: withoutPDF)
        guard let proposal = state.proposal, let adoption = state.round.adoption else {
            throw ActRefusal.wrongStage(.publish, stage: state.stage, needed: .adopted)
        }
        try await keys().check(given: tools.keys.map(\.verifyingKey))
        let minutes = try await minutes(of: proposal, adoption: adoption, in: state.round, names: tools.names)
        let names = EditionFileNames(year: year, number: state.round.edition)
        let maker = EditionMaker(archive: archive, stem: names.stem, folder: tools.temporaryFolder, logger: logger)
        let files = try await maker.make(minutes, pdf: withoutPDF ? nil : tools.pdf)
        let signed = try await sign(
            files, of: proposal, in: state, validTo: minutes.document.list.header.model.validTo,
            withoutPDF: withoutPDF, by: person, with: tools.keys)
        let kept = try await keep(signed, files: files, names: names)
        let act = try acts.publish(
            Published(edition: proposal.proposal.list, manifest: signed.fingerprint, withoutPDF: withoutPDF))
        try await store.publish(kept, by: act, after: state.actCount)
        return kept
    }

    /// The manifest of a published edition with its signatures.
    package func signedManifest(of kept: KeptEdition) async throws -> SignedManifest {
        let names = EditionFileNames(year: kept.edition.year, number: kept.edition.number)
        guard let signatures = kept.files.first(where: { $0.name == names.signatures }) else {
            throw StoreError.unreadable("edition_file")
        }
        return try SignedManifest(
            manifestBytes: try await document(kept.manifest), signatureBytes: try await document(signatures.sha256))
    }

    private func sign(
        _ files: [EditionFile], of proposal: StandingProposal, in state: ListState, validTo: Day, withoutPDF: Bool,
        by person: String, with privateKeys: [SigningKey]
    ) async throws -> SignedManifest {
        guard let adoption = state.round.adoption else {
            throw ActRefusal.wrongStage(.publish, stage: state.stage, needed: .adopted)
        }
        let before = try await lastManifest()
        // The chain is over all years: a manifest older than the one before it would break it for good.
        if let before, now() < before.manifest.publishedAt {
            throw ActRefusal.clockBehind(now(), last: before.manifest.publishedAt)
        }
        let keys = try await keys()
        let manifest = try EditionManifest(
            year: state.year, number: state.round.edition, edition: proposal.proposal.list,
            renderings: files.map {
                RenderingRecord(name: $0.name, mediaType: $0.mediaType, length: $0.length, sha256: $0.sha256)
            },
            withoutPDF: withoutPDF, decision: adoption.adopted.decision, validTo: validTo,
            persons: .init(proposedBy: proposal.by, adoptedBy: adoption.by, publishedBy: person),
            correction: try await correction(in: state, of: proposal.proposal), publishedAt: now(),
            chain: before.map { ChainLink(after: $0.manifest, fingerprint: $0.fingerprint) } ?? .first,
            keys: keys.signers(after: before?.manifest), keysGivenUp: keys.givenUp(since: before?.manifest))
        return try SignedManifest(signing: manifest, with: privateKeys)
    }

    private func correction(in state: ListState, of proposal: Proposal) async throws -> CorrectionRecord? {
        guard let correction = state.round.correction,
            let kept = try await edition(state.year, number: correction.edition)
        else { return nil }
        return CorrectionRecord(
            number: correction.edition, manifest: kept.manifest, reason: correction.reason, changes: proposal.changes)
    }

    private func keep(
        _ signed: SignedManifest, files: [EditionFile], names: EditionFileNames
    ) async throws -> KeptEdition {
        let manifest = signed.manifest
        let archive = archive
        let own = try await OffPool.run {
            try [(names.manifest, signed.manifestBytes), (names.signatures, signed.signatureBytes)].map {
                EditionFile(
                    name: $0, mediaType: "application/json", sha256: try archive.keep($1), length: $1.count)
            }
        }
        return KeptEdition(
            position: manifest.chain.position,
            edition: PriceListEdition(
                year: manifest.year, number: manifest.number, fingerprint: manifest.edition,
                manifest: signed.fingerprint, decision: manifest.decision, validTo: manifest.validTo,
                publishedAt: manifest.publishedAt, corrects: manifest.correction?.number),
            manifest: signed.fingerprint, previousManifest: manifest.chain.previous, files: files + own)
    }
}
