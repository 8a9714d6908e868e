import Federation
import Intake
import Pricing
import Reading
import RegionSimulator
import Registry
import Testing

/// Examines documents of one region by its real descriptor.
struct ExamineBench {
    let feed: FeedDescriptor
    private let region: RegionDescriptor
    private let examiner: Examiner
    private let premises: Premises

    init(_ slug: RegionSlug, _ kind: FeedKind = .priceList, lastYear: [PreviousCareService] = []) throws {
        premises = try Bench.loaded.get()
        region = try #require(premises.region(slug))
        feed = try #require(region.feed(kind))
        let previous = lastYear.filter { $0.key.region == slug }.map { ($0.id, $0.amount) }
        let context = RuleContext(
            year: try year(2023), region: region.region, kind: kind,
            previous: Dictionary(previous, uniquingKeysWith: { first, _ in first }),
            submissionsClose: Day("2022-11-20"), wholeKronor: true,
            weightedGroups: premises.years[try year(2023)]?.weightedGroups ?? [:], plans: premises.plans,
            receivedAt: try #require(Instant("2022-11-15T09:00:00Z")), codes: premises.codes,
            others: premises.regions.map(\.region).filter { $0.slug != slug })
        let schema = premises.contractsFolder + "/feeds/\(Contract(kind).rawValue).xsd"
        examiner = Examiner(
            feed: feed, siblings: region.feeds, context: context, catalogue: premises.catalogue,
            schema: try XMLSchema(path: schema))
    }

    var isContract: Bool { feed.contract != nil }
    var isXML: Bool { feed.format == .xml }

    func severity(_ code: String) -> Severity { premises.catalogue[code].severity }

    func examine(_ documents: [SimulatedDocument]) throws -> Examination {
        let parts = documents.enumerated().map { index, document in
            let content = Fingerprint(of: document.bytes)
            return VersionPart(
                role: role(index), wire: content, content: content, wireLength: document.bytes.count,
                contentLength: document.bytes.count, coding: .identity, mediaType: document.mediaType)
        }
        let contents = Dictionary(zip(parts.map(\.wire), documents), uniquingKeysWith: { first, _ in first })
        let version = FeedVersion(region: region.region.slug, kind: feed.kind, parts: parts)
        return try examiner.examine(version) { MemorySource(contents[$0.wire]?.bytes ?? []) }
    }

    private func role(_ index: Int) -> String {
        switch feed.feed.parts {
        case .single: "body"
        case .pages: "page"
        case .index: index == 0 ? "index" : "part"
        }
    }
}
