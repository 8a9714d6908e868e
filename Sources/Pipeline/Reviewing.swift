package import Adoption
package import Federation
import Harvest
package import Pricing
import Reading
import Registry
import Storage

/// A built list with everything that a person should see before it is proposed (granskning).
package struct ListReview: Sendable {
    package let built: BuiltPriceList
    package let proof: CompletenessProof
    /// Which findings are acknowledged, which stand open, and which acknowledgements have lapsed.
    package let report: AcknowledgementReport
    /// What stands in the way of a proposal: errors, and warnings that nobody has acknowledged.
    package let blocking: [TiedFinding]
}

extension Gateway {
    /// Builds the list of a year, remembers the draft, and holds every finding on it against what was acknowledged.
    ///
    /// With `ofDraft`, throws `ActRefusal.draftOutdated` where the list is no longer the draft that people have seen; then
    /// nothing is remembered.
    package func review(_ year: Year, useLastGood: Bool, ofDraft: Bool = false) async throws -> ListReview {
        let (built, input) = try await computeListWithInput(year, useLastGood: useLastGood)
        if ofDraft, let seen = try await store.lastBuilt(year)?.fingerprint, seen != built.record.fingerprint {
            throw ActRefusal.draftOutdated(seen: seen, now: built.record.fingerprint)
        }
        try await store.record(built.record)
        return try await review(built, input)
    }

    /// The last draft of a year with every finding on it, held against what was acknowledged; nil where none was built.
    /// It remembers nothing, so that looking changes nothing.
    package func reviewLastBuilt(_ year: Year) async throws -> ListReview? {
        guard let (built, input) = try await lastBuiltWithInput(year) else { return nil }
        return try await review(built, input)
    }

    private func review(_ built: BuiltPriceList, _ input: PriceListInput) async throws -> ListReview {
        let year = built.record.year
        let warnings = try await deliveryWarnings(built.record)
        let (findings, proof) = try await OffPool.run {
            (
                ListRulebook.inspect(built.list, previous: input.previous, deliveryWarnings: warnings),
                built.list.completenessProof(input)
            )
        }
        let acknowledgements = Acknowledgements(try await store.acknowledgements(year))
        let report = acknowledgements.matching(try await tied(findings))
        let catalogue = premises.catalogue
        return ListReview(
            built: built, proof: proof, report: report, blocking: report.blocking { catalogue[$0].severity })
    }

    /// The warnings that the examinations of the deliveries in a list told of: how many of each code. A delivery that came
    /// first after the year's first edition is what a correction is for, and not late for it.
    private func deliveryWarnings(_ record: BuiltList) async throws -> [RegionSlug: [String: Int]] {
        let published = try await edition(record.year, number: 1)?.edition.publishedAt
        var warnings: [RegionSlug: [String: Int]] = [:]
        for input in record.inputs {
            guard let examination = input.examination else { continue }
            let kept = try await store.examination(id: examination)
            var codes = kept.report.totals.filter { premises.catalogue[$0.key].severity == .warning }
            if codes[Self.lateDelivery] != nil, let published {
                let versions = try await store.versions(region: input.region, kind: .priceList)
                let firstSeen = versions.first { $0.version.fingerprint == kept.version }?.firstSeen
                if firstSeen.map({ $0 > published }) ?? false { codes[Self.lateDelivery] = nil }
            }
            warnings[input.region] = codes
        }
        return warnings
    }

    /// The warning of an examination that a delivery came after the last day.
    private static let lateDelivery = "late-delivery"

    /// Acknowledges findings of the last draft, which is what a person has seen, with a reason; each is named by its id,
    /// by the id of its line, or with all others of its kind by the code.
    ///
    /// Throws `CommandError` where there is no draft, or a name fits no finding; then nothing is acknowledged.
    package func acknowledge(
        _ names: [String], year: Year, by person: String, reason: String
    ) async throws -> [Acknowledgement] {
        guard let review = try await reviewLastBuilt(year) else {
            throw CommandError(
                "Det finns inget utkast för \(year). Bygg listan först, med samverkan build \(year).",
                "There is no draft of \(year). Build the list first, by samverkan build \(year).")
        }
        let findings = review.report.open + review.report.acknowledged.map(\.finding)
        var made: [Acknowledgement] = []
        for name in names {
            let meant = findings.filter {
                [$0.id.description, $0.finding.line?.description, $0.finding.code].contains(name)
            }
            guard !meant.isEmpty else {
                throw CommandError(
                    "Ingen anmärkning på listan för \(year) heter \(name). samverkan build --examples 1000 visar dem.",
                    "No finding on the list of \(year) is called \(name). samverkan build --examples 1000 shows them.")
            }
            for finding in meant {
                guard
                    let acknowledgement = Acknowledgement(tie: finding.tie, by: person, reason: reason, at: now())
                else {
                    throw CommandError(
                        "Skriv skälet med --reason, högst \(Acknowledgement.longestReason) tecken.",
                        "Give the reason with --reason, \(Acknowledgement.longestReason) characters at most.")
                }
                made.append(acknowledgement)
            }
        }
        try await store.append(made, year)
        return made
    }

    /// The findings tied to the bytes that they rest on, read from the archive.
    private func tied(_ findings: [ListFinding]) async throws -> [TiedFinding] {
        var wanted: [PartOfVersion: Set<RecordOrigin>] = [:]
        for finding in findings {
            if let (part, origin) = finding.record { wanted[part, default: []].insert(origin) }
        }
        var records: [PartOfVersion: [RecordOrigin: Fingerprint]] = [:]
        for (part, origins) in wanted { records[part] = try await fingerprints(of: origins, in: part) }
        return findings.map { finding in
            TiedFinding(finding, record: finding.record.flatMap { part, origin in records[part]?[origin] })
        }
    }

    private func fingerprints(
        of origins: Set<RecordOrigin>, in wanted: PartOfVersion
    ) async throws -> [RecordOrigin: Fingerprint] {
        guard let (part, _) = try await archived(wanted) else { return [:] }
        let archive = archive
        return try await OffPool.run {
            let ranges = Dictionary(grouping: origins) { Int($0.offset)..<Int($0.offset) + Int($0.length) }
            var found: [RecordOrigin: Fingerprint] = [:]
            try RangeCutter.cut(Array(ranges.keys), of: try archive.open(part)) { range, bytes in
                for origin in ranges[range] ?? [] { found[origin] = Fingerprint(of: bytes) }
            }
            return found
        }
    }
}

extension ListFinding {
    /// Where the record stands that the finding rests on; nil where it rests on none.
    fileprivate var record: (part: PartOfVersion, origin: RecordOrigin)? {
        guard case .record(let version, let origin) = evidence, let region else { return nil }
        return (PartOfVersion(region: region, version: version, number: Int(origin.part)), origin)
    }
}
