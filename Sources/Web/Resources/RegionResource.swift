import Federation
import Registry
import Sealing

/// The regions with their hospitals, units and feeds.
struct RegionResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let regions = holdings.gateway.premises.regions
        let holdings = holdings
        return [
            .get("/v1/regions") { call in
                try call.query.allow([])
                return try Answer(json: ["items": .array(regions.map { .members(RegionResource.head($0)) })])
            },
            .get("/v1/regions/{region}") { call in
                try call.query.allow([])
                return try Answer(json: RegionResource.whole(try holdings.region(call)))
            },
        ]
    }

    private static func head(_ region: RegionDescriptor) -> [(String, CanonicalValue?)] {
        [
            ("slug", .string(region.region.slug.text)), ("name", .string(region.region.name)),
            ("countyCode", .string(region.region.countyCode)),
            ("organisationNumber", .string(region.region.organisationNumber.description)),
        ]
    }

    private static func whole(_ region: RegionDescriptor) -> CanonicalValue {
        .members(
            head(region) + [
                ("contact", .string(region.contact)),
                ("hospitals", .array(region.region.hospitals.map(value))), ("feeds", .array(region.feeds.map(value))),
            ])
    }

    private static func value(_ hospital: Hospital) -> CanonicalValue {
        .members([
            ("id", .string(hospital.id)), ("name", .string(hospital.name)), ("hsaId", .text(hospital.hsaID)),
            ("units", .array(hospital.units.map(value))),
        ])
    }

    private static func value(_ unit: CareUnit) -> CanonicalValue {
        [
            "id": .string(unit.id), "name": .string(unit.name), "kind": .string(unit.kind.rawValue),
            "aliases": .texts(unit.aliases), "medicalFieldCodes": .texts(unit.medicalFieldCodes),
        ]
    }

    /// A feed without its address, which is the region's business.
    private static func value(_ feed: FeedDescriptor) -> CanonicalValue {
        .members([
            ("kind", .string(feed.kind.rawValue)), ("format", .string(feed.format.rawValue)),
            ("contract", .text(feed.contract?.rawValue)),
        ])
    }
}

extension Holdings {
    /// The region that a path names. Throws a problem where there is none.
    func region(_ call: Call) throws(Problem) -> RegionDescriptor {
        guard let slug = RegionSlug(call["region"]), let region = gateway.premises.region(slug) else {
            let known = gateway.premises.regions.map(\.region.slug.text).joined(separator: ", ")
            throw .missing(
                "Det finns ingen sådan region. De som finns är \(known).",
                "There is no such region. There are \(known).")
        }
        return region
    }

    /// The region and the feed that a path names. Throws a problem where one is not there.
    func feed(_ call: Call) throws(Problem) -> (region: RegionDescriptor, feed: FeedDescriptor) {
        let region = try region(call)
        guard let kind = FeedKind(rawValue: call["kind"]), let feed = region.feed(kind) else {
            let known = region.feeds.map(\.kind.rawValue).joined(separator: ", ")
            throw .missing(
                "Regionen har inget sådant flöde. De som finns är \(known).",
                "The region has no such feed. There are \(known).")
        }
        return (region, feed)
    }
}
