import Adoption
package import Federation
import Foundation
import Harvest
import Intake
package import Pricing
import Reading
import Storage

/// What came of reading in an earlier adopted list.
package struct OpeningResult: Sendable {
    /// What is wrong; where anything is, nothing was kept.
    package let report: FindingsReport
    /// The first findings of each code.
    package var findings: [Finding] { report.samples }
    /// How many care services were read.
    package let careServices: Int
    /// How many surcharges were read.
    package let surcharges: Int
    /// The edition's number, and whether it is new; nil where nothing was kept.
    package let edition: (number: Int, isNew: Bool)?
    /// The list of that year that counted until now; nil where there was none or nothing new was kept.
    package let replaced: PreviousEdition?
}

extension OpeningResult {
    /// Nothing was kept, for what is wrong.
    fileprivate init(refused report: FindingsReport) {
        self.init(report: report, careServices: 0, surcharges: 0, edition: nil, replaced: nil)
    }
}

extension Gateway {
    /// Takes in an earlier adopted list as last year's prices (`samverkan open`). Throws `CommandError` where the year's
    /// list is on its way, or published, here, or where the next year's list rests on the prices as they are.
    package func open(_ year: Year, file: String, decision: BoardDecision) async throws -> OpeningResult {
        guard try await listState(year).actCount == 0 else {
            throw CommandError(
                "Listan för \(year) har föreslagits här; en som fastställts på annat håll kan inte läsas in för samma år.",
                "The list of \(year) was proposed here; one adopted elsewhere cannot be taken in for the same year.")
        }
        if let refusal = try await refusalToOpen(before: year.next), try await !isOpened(file, decision, of: year) {
            throw refusal
        }
        let reader = AdoptedListReader(year: year, regions: premises.regions.map(\.region))
        let archive = archive
        let limits = limits
        // The file is read before it is kept: what has a mistake, or names a person, is not.
        let coding = try Gateway.coding(of: file)
        let first = try await OffPool.run {
            let source = try FileSource(path: file)
            return coding == .gzip
                ? try reader.read(try InflatingSource(source, coding: .gzip, limits: .feed))
                : try reader.read(source)
        }
        guard first.report.totals.isEmpty else { return OpeningResult(refused: first.report) }
        // What counts is read from the bytes that are kept.
        let (part, read) = try await OffPool.run {
            let part = try archive.keepFile(at: file, limits: limits)
            return (part, try reader.read(try archive.open(part)))
        }
        guard read.report.totals.isEmpty else { return OpeningResult(refused: read.report) }
        let list = OpeningList(
            year: year, file: part.wire, decision: decision, careServices: read.careServices,
            surcharges: read.surcharges)
        let earlier = try await store.openingList(year)?.list.edition
        let edition = try await store.open(list, at: now())
        return OpeningResult(
            report: FindingsReport(), careServices: read.careServices.count, surcharges: read.surcharges.count,
            edition: edition, replaced: edition.isNew ? earlier : nil)
    }

    /// Whether the file with its decision is the list that counts already, so that reading it in changes nothing.
    private func isOpened(_ file: String, _ decision: BoardDecision, of year: Year) async throws -> Bool {
        guard let edition = try await store.openingList(year)?.list.edition, edition.decision == decision,
            let opened = try await store.openingPlaces(year, number: edition.number, of: [])?.file
        else { return false }
        return try await OffPool.run { Fingerprint(of: try Data(contentsOf: URL(filePath: file))) == opened }
    }

    /// Why the prices before a year's list cannot be changed: it is before the committee, adopted or published, and they
    /// would change under it. Nil where it is a draft, also one of a correction.
    private func refusalToOpen(before next: Year) async throws -> CommandError? {
        let stage = try await listState(next).stage
        let swedish =
            "Listan för \(next) är \(stage.word(in: .swedish)), och räknad på listan för \(next.previous) som den är."
        let english =
            "The list of \(next) is \(stage.word(in: .english)), and computed from the list of \(next.previous) as it is."
        switch stage {
        case .draft: return nil
        case .proposed, .adopted:
            return CommandError(
                swedish + " Återlämna den först, med samverkan return \(next).",
                english + " Return it first, by samverkan return \(next).")
        case .published:
            return CommandError(
                swedish + " Börja först en rättelse av den, med samverkan correct \(next).",
                english + " Begin a correction of it first, by samverkan correct \(next).")
        }
    }
}
