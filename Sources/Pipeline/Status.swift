package import Adoption
package import Federation
import Harvest
package import Pricing
package import Storage

/// How one feed of one region stands.
package struct FeedStatus: Sendable {
    package let region: RegionSlug
    package let kind: FeedKind
    /// The last fetch or file handed in; nil where nothing was ever tried.
    package let lastArrival: Arrival?
    /// The version that counts for the year; nil where there is none.
    package let current: KeptVersion?
    package let examination: KeptExamination?
    /// Findings of the current version by severity.
    package let findings: [Severity: Int]
    /// Whole days since the current version came; an unchanged answer makes it no younger.
    package let ageDays: Int?
}

/// What a list would be made of (underlag): the price model, last year's list and every region's delivery.
package struct ListBasis: Hashable, Sendable {
    let model: Fingerprint
    let openingList: Int64?
    let previousEdition: Int?
    let states: [DeliveryState]
}

/// How the year stands: every feed, and what is owed.
package struct StatusReport: Sendable {
    package let year: Year
    package let feeds: [FeedStatus]
    /// What is owed and not there; empty where everything is.
    package let missing: [MissingItem]
    package let completeness: [RegionCompleteness]
    package let absences: [RegionSlug: Absence]
    /// Where the year's list stands.
    package let state: ListState
    /// The regions that have delivered anew since the list was proposed or published.
    package let newerDeliveries: [RegionSlug]
    /// What a list built now would be made of.
    package let basis: ListBasis

    /// Whether a draft of the year was made of other deliveries, another opening list or another price model than
    /// would be used now. An earlier delivery that stood in for one that could not be used says nothing about that.
    package func hasChanged(since draft: BuiltList) -> Bool {
        draft.year == year
            && (draft.model != basis.model || draft.openingList != basis.openingList
                || draft.previousEdition != basis.previousEdition
                || draft.inputs.map(\.state) != basis.states)
    }

    /// Whether nothing is missing for the year's list.
    package var complete: Bool { missing.isEmpty }
}

extension Gateway {
    /// How everything stands now. Computes the list anew, but neither writes it out nor remembers it.
    package func status() async throws -> StatusReport {
        var feeds: [FeedStatus] = []
        for region in premises.regions {
            for feed in region.feeds {
                let slug = region.region.slug
                let counting = try await yearsDelivery(of: region, feed).counting
                feeds.append(
                    FeedStatus(
                        region: slug, kind: feed.kind,
                        lastArrival: try await store.lastArrival(region: slug, kind: feed.kind),
                        current: counting?.kept, examination: counting?.examination,
                        findings: counting.map { severities(of: $0.examination.report) } ?? [:],
                        ageDays: counting.map {
                            Int((now().milliseconds - $0.kept.firstSeen.milliseconds) / 86_400_000)
                        }))
            }
        }
        let gathered = try await gather(year, useLastGood: false)
        let list = try await OffPool.run { try PriceList.computed(gathered.input) }
        let state = try await listState(year)
        return StatusReport(
            year: year, feeds: feeds, missing: list.missing, completeness: list.completeness,
            absences: gathered.absences, state: state, newerDeliveries: try await newerDeliveries(in: state),
            basis: ListBasis(
                model: gathered.input.modelFingerprint, openingList: gathered.previous?.openingList,
                previousEdition: gathered.previous?.edition?.position, states: gathered.inputs.map(\.state)))
    }

    /// How many findings there are of each severity.
    package func severities(of report: FindingsReport) -> [Severity: Int] {
        report.totals.reduce(into: [:]) { $0[premises.catalogue[$1.key].severity, default: 0] += $1.value }
    }
}
