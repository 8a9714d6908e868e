import Adoption
package import Federation
import Foundation
import Harvest
import Pricing
package import Publishing
import Sealing
import Storage

/// What a committee pack was made of.
package struct MadePack: Sendable {
    package let standing: Standing
    /// Every file of the pack by its name, in order.
    package let files: [String]
}

extension Gateway {
    /// Writes the committee's pack of a year into a new folder (`samverkan committee-pack`): of the proposal or adopted list
    /// of the present round, of the edition of that number, of the proposal whose list's fingerprint begins with these
    /// digits, also one given back, or, where nothing is proposed, of the latest edition. An edition's files are the very
    /// bytes that were published.
    ///
    /// A PDF that is made for it has the persons by these names. The whole folder or nothing. Throws `CommandError` where the year has nothing to pack, and `PDFFailure`.
    package func committeePack(
        _ year: Year, edition number: Int? = nil, proposal digits: String? = nil, into folder: String, pdf: PDFMaker?,
        isPDFLeftOut: Bool = false, names: PersonNames = PersonNames(), temporaryFolder: String
    ) async throws -> MadePack {
        let content =
            if let digits {
                try await packed(year, proposal: digits, names, pdf, isPDFLeftOut, in: temporaryFolder)
            } else {
                try await packed(year, edition: number, names, pdf, isPDFLeftOut, in: temporaryFolder)
            }
        let pack = try CommitteePack(
            document: content.minutes.document, cover: content.minutes.cover,
            files: content.files.map { CommitteePack.File(name: $0.name, sha256: $0.sha256) },
            absences: content.absences)
        let archive = archive
        let files = content.files
        try await OffPool.run {
            try NewFolder.write(folder) { place in
                for file in files {
                    guard let bytes = try archive.document(file.sha256) else { throw DamagedFile(file.sha256) }
                    try Data(bytes).write(to: URL(filePath: "\(place)/\(file.name)"))
                }
                try Data(pack.readme().bytes).write(to: URL(filePath: "\(place)/\(EditionFileNames.readme)"))
                try Data(pack.sums().bytes).write(to: URL(filePath: "\(place)/\(EditionFileNames.sums)"))
            }
        }
        let all = files.map(\.name) + [EditionFileNames.readme, EditionFileNames.sums]
        return MadePack(
            standing: content.minutes.document.standing, files: all.sorted { $0.precedes($1) })
    }

    /// What is packed: the list with what the cover needs, its files in the archive, and which forms are not there.
    private struct PackContent {
        let minutes: Minutes
        let files: [EditionFile]
        let absences: [String]
    }

    private func packed(
        _ year: Year, edition number: Int?, _ names: PersonNames, _ pdf: PDFMaker?, _ isPDFLeftOut: Bool,
        in folder: String
    ) async throws -> PackContent {
        let state = try await listState(year)
        let published = try await editions().filter { $0.edition.year == year }
        if let number {
            guard let kept = published.first(where: { $0.edition.number == number }) else {
                throw CommandError(
                    "Listan för \(year) har ingen utgåva \(number).", "The list of \(year) has no edition \(number).")
            }
            return try await packed(kept)
        }
        if state.stage != .published, let proposal = state.proposal {
            let minutes = try await minutes(
                of: proposal, adoption: state.round.adoption, in: state.round, names: names)
            let name = state.stage == .adopted ? "faststalld" : "forslag"
            return try await made(minutes, named: "prislista-\(year)-\(name)", pdf, isPDFLeftOut, in: folder)
        }
        if let last = published.last { return try await packed(last) }
        throw CommandError(
            "Listan för \(year) är ett utkast. Föreslå den först, med samverkan propose \(year).",
            "The list of \(year) is a draft. Propose it first, by samverkan propose \(year).")
    }

    /// A proposal as the committee had it, also one that was given back: it stays readable.
    private func packed(
        _ year: Year, proposal digits: String, _ names: PersonNames, _ pdf: PDFMaker?, _ isPDFLeftOut: Bool,
        in folder: String
    ) async throws -> PackContent {
        let rounds = try await listState(year).rounds
        let found = rounds.flatMap { round in
            round.proposals.filter { $0.proposal.list.hex.hasPrefix(digits.lowercased()) }.map { (round, $0) }
        }
        guard !digits.isEmpty, let (round, standing) = found.last, Set(found.map(\.1.proposal.list)).count == 1 else {
            let all = Set(rounds.flatMap(\.proposals).map(\.proposal.list.short)).sorted { $0.precedes($1) }
            let known = all.joined(separator: ", ")
            throw CommandError(
                "”\(digits)” pekar inte ut ett förslag för \(year). Förslag: \(known.isEmpty ? "inga" : known).",
                "“\(digits)” does not name one proposal of \(year). Proposals: \(known.isEmpty ? "none" : known).")
        }
        let minutes = try await minutes(of: standing, adoption: nil, in: round, names: names)
        return try await made(
            minutes, named: "prislista-\(year)-forslag-\(standing.proposal.list.short)", pdf, isPDFLeftOut, in: folder)
    }

    private func made(
        _ minutes: Minutes, named stem: String, _ pdf: PDFMaker?, _ isPDFLeftOut: Bool, in folder: String
    ) async throws -> PackContent {
        let maker = EditionMaker(archive: archive, stem: stem, folder: folder, logger: logger)
        let why = isPDFLeftOut ? "Ingen PDF: den utelämnades på begäran." : PDFFailure.notInstalled.words(in: .swedish)
        return PackContent(
            minutes: minutes, files: try await maker.make(minutes, pdf: pdf), absences: pdf == nil ? [why] : [])
    }

    private func packed(_ kept: KeptEdition) async throws -> PackContent {
        let content = try await content(of: kept)
        let document = PriceListDocument(
            list: content.list, regions: content.regions, codes: premises.codes,
            standing: .adopted(edition: kept.edition.number, decision: kept.edition.decision))
        let minutes = Minutes(
            document: document, cover: PriceListCover(fingerprint: kept.edition.fingerprint), changes: nil,
            deviations: [])
        let hasPDF = kept.files.contains { $0.name.hasSuffix(".pdf") }
        return PackContent(
            minutes: minutes, files: kept.files,
            absences: hasPDF ? [] : ["Utgåvan publicerades utan PDF; dess manifest säger det."])
    }
}
