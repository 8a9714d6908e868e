import Adoption
package import Federation
import Harvest
package import Intake
package import Pricing
import Reading
import Registry
package import Storage

/// What came of examining files at hand.
package struct CheckedFiles: Sendable {
    package let examination: Examination
    /// What holds for the delivery: its examination's verdict and, where it has come in before, what a person decided.
    package let verdict: Verdict
    /// Hospitals that the delivery is wholly silent about.
    package let missing: [MissingItem]
    /// Whether the archive has this very delivery already.
    package let isKnown: Bool

    package var report: FindingsReport { examination.report }
}

extension Gateway {
    /// Examines the files of one delivery, in order, without keeping anything of them.
    package func check(files: [String], region: RegionSlug, kind: FeedKind) async throws -> CheckedFiles {
        try requireDeliveries(kind)
        let (descriptor, feed) = try self.feed(region, kind)
        let limits = limits
        let handed = try await OffPool.run { try HandedFiles(files, feed: feed, limits: limits).files }
        let parts = try await OffPool.run {
            do {
                return try handed.map(Gateway.part)
            } catch let fault as ReadingFault where fault.code == "content-too-large" {
                let most = fault.arguments["limit"] ?? ""
                throw tooLarge(FeedFailure(.bodyTooLarge, "more than \(most) bytes"))
            }
        }
        let version = FeedVersion(region: region, kind: kind, parts: parts)
        let examiner = try await examiner(feed: feed, region: descriptor, receivedAt: now())
        let examination = try await OffPool.run {
            let paths = Dictionary(zip(parts.map(\.wire), handed.map(\.path)), uniquingKeysWith: { first, _ in first })
            return try examiner.examine(version) { part in
                let source = try FileSource(path: paths[part.wire] ?? "")
                return part.coding == .gzip ? try InflatingSource(source, coding: .gzip, limits: .feed) : source
            }
        }
        let kept = try await store.lastExamination(of: version)
        let decided = kept.map {
            VersionState.verdict(
                examined: examination.verdict, codes: Set(examination.report.totals.keys),
                hasSubmission: $0.hasSubmission, decisions: $0.decisions)
        }
        return CheckedFiles(
            examination: examination, verdict: decided ?? examination.verdict,
            missing: silentHospitals(in: examination, of: descriptor.region, kind), isKnown: kept != nil)
    }

    /// Takes in the files of one delivery, in order, as if they had been fetched: their bytes are kept, whatever they
    /// are.
    package func submit(
        files: [String], region: RegionSlug, kind: FeedKind
    ) async throws -> (version: FeedVersion, examination: KeptExamination, isNew: Bool) {
        try requireDeliveries(kind)
        let (descriptor, feed) = try self.feed(region, kind)
        let archive = archive
        let limits = limits
        let parts = try await OffPool.run {
            do {
                return try HandedFiles(files, feed: feed, limits: limits).files.map {
                    try archive.keepFile(at: $0.path, role: $0.role, limits: limits)
                }
            } catch let failure as FeedFailure {
                throw tooLarge(failure)
            }
        }
        let version = FeedVersion(region: region, kind: kind, parts: parts)
        let isNew = try await store.recordSighting(of: version, parts: [], source: .submit, at: now()).isNew
        let examination = try await examine(version, feed: feed, region: descriptor)
        return (version, examination, isNew)
    }

    private func tooLarge(_ failure: FeedFailure) -> CommandError {
        let words = { premises.failures.words(failure.code, detail: failure.detail, in: $0) }
        return CommandError(
            words(.swedish) + " Packa filen med gzip och lämna in den så.",
            words(.english) + " Pack the file with gzip and hand it in like that.")
    }

    /// Refuses a year that takes no price submissions: one without price model, or a table of others.
    func requireDeliveries(_ kind: FeedKind) throws {
        guard kind == .priceList else { return }
        guard let rules = premises.years[year] else { throw noModel(year) }
        guard rules.model.purpose == .regional else {
            throw CommandError(
                "Prislista \(year) är en referenstabell och tar inte emot leveranser. Ange ett annat år med --year.",
                "Price list \(year) is a reference table and takes no deliveries. Give another year with --year.")
        }
    }

    /// The hospitals that a whole price submission says nothing about. A file in the wrong place is silent about all.
    private func silentHospitals(
        in examination: Examination, of region: Region, _ kind: FeedKind
    ) -> [MissingItem] {
        let isWrongFile = examination.report.totals.keys.contains { premises.catalogue[$0].isWrongFile }
        guard kind == .priceList, examination.isWhole, !isWrongFile else { return [] }
        return region.hospitals.map(\.id).filter { !examination.hospitals.contains($0) }
            .sorted { $0.precedes($1) }.map { MissingItem(silent: $0, region: region.slug) }
    }

    /// A file as a part, with the fingerprints that the archive would give it.
    private static func part(_ file: HandedFiles.File) throws -> VersionPart {
        let coding = try coding(of: file.path)
        let wire = try Inflation.copy(from: FileSource(path: file.path), coding: .identity, limits: .feed)
        var content: (content: Fingerprint, length: Int)? = wire
        if coding == .gzip {
            do {
                content = try Inflation.copy(from: FileSource(path: file.path), coding: .gzip, limits: .feed)
            } catch is ReadingFault {
                content = nil
            }
        }
        return VersionPart(
            role: file.role, wire: wire.content, content: content?.content, wireLength: wire.length,
            contentLength: content?.length ?? 0, coding: coding, mediaType: nil)
    }
}
