package import Federation
import Harvest
import Intake
import Planning
import Pricing
import Reading
package import Registry
package import Storage

extension Gateway {
    /// The examination of a version under today's rules: the kept one, or a new one made from the archive and kept.
    ///
    /// A submission is keyed by version, mapping, rulebook and context, so that a mended mapping or a kill between
    /// archive and store needs no repair.
    package func examine(
        _ version: FeedVersion, feed: FeedDescriptor, region: RegionDescriptor
    ) async throws -> KeptExamination {
        let decision = try await store.lastDecision(on: version)
        return try await examine(
            version, feed: feed, region: region, numbersAreCleared: decision?.statesNoPersonalNumbers ?? false)
    }

    /// The examination of a version under today's rules where one is kept; nil where it was examined under others only.
    package func keptExamination(
        of version: FeedVersion, feed: FeedDescriptor, region: RegionDescriptor
    ) async throws -> KeptExamination? {
        let decision = try await store.lastDecision(on: version)
        let circumstances = try await circumstances(
            of: version, feed: feed, region: region,
            numbersAreCleared: decision?.statesNoPersonalNumbers ?? false)
        return try await store.examination(of: version, key: circumstances.key)
    }

    /// The examination of a version as it is, or would be, once a person has stated that what looks like personal
    /// identity numbers in it are none.
    func examine(
        _ version: FeedVersion, feed: FeedDescriptor, region: RegionDescriptor, numbersAreCleared: Bool
    ) async throws -> KeptExamination {
        let circumstances = try await circumstances(
            of: version, feed: feed, region: region, numbersAreCleared: numbersAreCleared)
        if let known = try await store.examination(of: version, key: circumstances.key) { return known }
        let examiner = try await examiner(feed: feed, region: region, receivedAt: circumstances.receivedAt)
        let archive = archive
        let readingLimits = readingLimits
        let spool = try PriceSpool()
        let examined = try await OffPool.run {
            try examiner.examine(
                version, known: circumstances.findings, numbersAreCleared: numbersAreCleared, prices: spool.add
            ) { try archive.open($0, limits: readingLimits) }
        }
        let record = ExaminationRecord(
            version: version, key: circumstances.key, verdict: examined.verdict, report: examined.report,
            recordCount: examined.records.values.reduce(0, +),
            prices: examined.prices.map { SpooledSubmission(header: $0, records: spool) }, plan: examined.plan)
        try await store.accept(record, at: now())
        guard let kept = try await store.examination(of: version, key: circumstances.key) else {
            throw StoreError.noSuchVersion(version.fingerprint)
        }
        return kept
    }

    /// What an examination of a version depends on besides its bytes.
    private func circumstances(
        of version: FeedVersion, feed: FeedDescriptor, region: RegionDescriptor, numbersAreCleared: Bool
    ) async throws -> Circumstances {
        let received = try await store.versions(startingWith: version.fingerprint.hex)
            .first { $0.version.region == version.region && $0.version.kind == version.kind }?.firstSeen
        let current = try await store.currentVersion(region: version.region, kind: version.kind)
        let isFetchedLast = current?.version == version && current?.isHandedIn == false
        let alternates =
            isFetchedLast ? try await store.alternates(region: version.region, kind: version.kind) : false
        let isBehindValidator = try await store.changedBehindValidator(version)
        let known = [
            alternates ? Finding("contents-alternate") : nil,
            isBehindValidator ? Finding("changed-behind-validator") : nil,
        ].compactMap { $0 }
        let previous = try await previousName(year)
        let rules = premises.years[year]
        let key = [
            version.fingerprint.hex, feed.fingerprint.hex, Rulebook.fingerprint.hex, premises.fingerprint.hex,
            rules?.fingerprint.hex ?? "", year.description, previous,
        ]
        let codes = known.map(\.code) + (numbersAreCleared ? ["personal-numbers-cleared"] : [])
        return Circumstances(
            key: Fingerprint(of: (key + codes).joined(separator: "\n").utf8),
            receivedAt: received ?? now(), findings: known)
    }

    /// No more content is read than may be fetched: what was too large then is so now, and a bomb is not unfolded.
    private var readingLimits: ReadingLimits {
        var reading = ReadingLimits.feed
        reading.contentBytes = limits.contentBytes
        return reading
    }

    /// An examiner of one feed for the gateway's year.
    func examiner(
        feed: FeedDescriptor, region: RegionDescriptor, receivedAt: Instant
    ) async throws -> Examiner {
        let model = premises.years[year]?.model
        let slug = region.region.slug
        let previous = feed.kind == .priceList ? try await previousPrices(year, of: slug) : [:]
        let context = RuleContext(
            year: year, region: region.region, kind: feed.kind,
            previous: previous, submissionsClose: feed.submissionsClose(model?.timetable),
            wholeKronor: model?.rounding.unit != .ore,
            weightedGroups: premises.years[year]?.weightedGroups ?? [:],
            plans: premises.plans, receivedAt: receivedAt, codes: premises.codes,
            others: premises.regions.map(\.region).filter { $0.slug != slug })
        return Examiner(
            feed: feed, siblings: region.feeds, context: context, catalogue: premises.catalogue,
            schema: schemas[feed.kind], limits: readingLimits)
    }
}

/// What an examination depends on besides the bytes, and the key that names it.
private struct Circumstances: Sendable {
    let key: Fingerprint
    let receivedAt: Instant
    /// What is known about the version before it is read.
    let findings: [Finding]
}

extension KeptExamination {
    /// Whether what looks like a personal identity number stands in the version: its text is shown to nobody.
    package var mayNameAPerson: Bool { report.totals["personal-number"] != nil }
}

extension Examination {
    fileprivate var prices: SubmissionHeader? {
        if case .prices(let header)? = submission { header } else { nil }
    }

    fileprivate var plan: PlanReport? {
        if case .plan(let report)? = submission { report } else { nil }
    }
}
