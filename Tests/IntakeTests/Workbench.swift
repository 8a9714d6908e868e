import Federation
import Foundation
import Pricing
import Reading
import Registry
import Testing

@testable import Intake

/// What tests examine deliveries with: four small regions of their own, each with another way of delivering, and the
/// real contracts.
///
/// `xmlby` and `jsonby` deliver the canonical forms, `egenby` XML of its own in ISO-8859-1, `sidby` JSON in pages.
struct Workbench {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    static let fixtures = folder.appending(path: "Fixtures")
    static let contracts = folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Contracts")

    private static let loaded = Result {
        try Premises.load(
            regionsFolder: fixtures.appending(path: "regions").path, contractsFolder: contracts.path,
            setting: { _ in nil })
    }
    private static let schemas = Result {
        try Contract.allCases.reduce(into: [Contract: XMLSchema]()) { schemas, contract in
            let file = contracts.appending(path: "feeds/\(contract.rawValue).xsd")
            schemas[contract] = try XMLSchema(path: file.path)
        }
    }

    let premises: Premises
    var receivedAt = Instant("2022-11-15T09:00:00Z") ?? Instant(milliseconds: 0)
    /// Last year's amounts by code of the base delivery; empty for no list of last year.
    var previous: [CareServiceKey: Amount] = [:]
    var limits = ReadingLimits.feed

    init() throws { premises = try Workbench.loaded.get() }

    /// Examines parts of a region's feed, with what comes of its prices.
    func examine(
        _ parts: [Part], region slug: String = "xmlby", kind: FeedKind = .priceList,
        prices: @escaping PriceSink = { _ in }
    ) throws -> Examination {
        let descriptor = try #require(premises.regions.first { $0.region.slug.text == slug })
        let feed = try #require(descriptor.feed(kind))
        let examiner = Examiner(
            feed: feed, siblings: descriptor.feeds, context: try context(descriptor.region, kind),
            catalogue: premises.catalogue, schema: try Workbench.schemas.get()[Contract(kind)], limits: limits)
        let version = FeedVersion(region: descriptor.region.slug, kind: kind, parts: parts.map(\.asVersionPart))
        let contents = Dictionary(parts.map { ($0.asVersionPart.wire, $0) }, uniquingKeysWith: { first, _ in first })
        return try examiner.examine(version, prices: prices) { part in
            let source = MemorySource(contents[part.wire]?.bytes ?? [])
            return part.coding == .identity
                ? source : try InflatingSource(source, coding: part.coding, limits: limits)
        }
    }

    /// Examines one text.
    func examine(_ text: String, region: String = "xmlby", kind: FeedKind = .priceList) throws -> Examination {
        try examine([Part(bytes: Array(text.utf8))], region: region, kind: kind)
    }

    /// The price submission of parts of a region's feed; nil where there is none.
    func submission(_ parts: [Part], region: String = "xmlby") throws -> PriceSubmission? {
        var records: [PriceRecord] = []
        guard case .prices(let header)? = try examine(parts, region: region, prices: { records.append($0) }).submission
        else { return nil }
        return records.reduce(into: PriceSubmission(header: header)) { $0.add($1) }
    }

    private func context(_ region: Region, _ kind: FeedKind) throws -> RuleContext {
        let ids = previous.map { key, amount in
            (
                CareServiceKey(
                    region: region.slug, provider: key.provider, unit: key.unit, code: key.code,
                    typeOfCare: key.typeOfCare, careLevel: key.careLevel
                ).lineID, amount
            )
        }
        return RuleContext(
            year: try #require(Year(2023)), region: region, kind: kind,
            previous: Dictionary(ids, uniquingKeysWith: { first, _ in first }),
            submissionsClose: Day("2022-11-20"), wholeKronor: true,
            weightedGroups: ["T10N": .inpatient, "T11N": .outpatient], plans: premises.plans, receivedAt: receivedAt,
            codes: premises.codes, others: premises.regions.map(\.region).filter { $0.slug != region.slug })
    }
}

/// One part of a version under test.
struct Part {
    var role = "body"
    let bytes: [UInt8]
    var coding = ContentCoding.identity

    var asVersionPart: VersionPart {
        let fingerprint = Fingerprint(of: bytes)
        return VersionPart(
            role: role, wire: fingerprint, content: coding == .identity ? fingerprint : nil, wireLength: bytes.count,
            contentLength: bytes.count, coding: coding, mediaType: nil)
    }
}

/// The deliveries that nothing is wrong with.
enum Base {
    /// The text of a base file.
    static func text(_ name: String) throws -> String {
        let data = try Data(contentsOf: Workbench.fixtures.appending(path: "base/\(name)"))
        return try #require(String(data: data, encoding: name == "egenby.xml" ? .isoLatin1 : .utf8))
    }

    /// Last year's list: the prices of the base delivery, and 9 000 kronor for the service that asks for last year's.
    static func previous() throws -> [CareServiceKey: Amount] { try readPrevious.get() }

    private static let readPrevious = Result { () throws -> [CareServiceKey: Amount] in
        let part = Part(bytes: Array(try text("price.xml").utf8))
        guard let submission = try Workbench().submission([part]) else { return [:] }
        let lines = submission.careServices.map { service in
            let key = CareServiceKey(region: submission.header.region, service: service)
            if case .amount(let amount) = service.price { return (key, amount) }
            return (key, Amount(ore: 900_000))
        }
        return Dictionary(lines, uniquingKeysWith: { first, _ in first })
    }
}
