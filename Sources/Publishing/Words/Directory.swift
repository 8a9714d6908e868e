import Federation
import Pricing

/// Finds the names behind the ids of a list's lines; an id without a name stands for itself.
struct Directory: Sendable {
    fileprivate struct Entry: Sendable {
        let region: Region
        let hospitals: [String: Hospital]
        let units: [String: [String: CareUnit]]
    }

    private let entries: [RegionSlug: Entry]

    init(_ regions: [Region]) {
        entries = Dictionary(
            regions.map { ($0.slug, Entry($0)) }, uniquingKeysWith: { first, _ in first })
    }

    func region(_ slug: RegionSlug) -> Region? { entries[slug]?.region }

    func hospital(_ id: String, in region: RegionSlug) -> Hospital? { entries[region]?.hospitals[id] }

    func regionName(_ slug: RegionSlug) -> String { region(slug)?.name ?? slug.text }

    func hospitalName(_ id: String, in region: RegionSlug) -> String { hospital(id, in: region)?.name ?? id }

    func unitName(_ id: String, at hospital: String, in region: RegionSlug) -> String {
        entries[region]?.units[hospital]?[id]?.name ?? id
    }

    /// A hospital, or a unit of it: `Akademiska sjukhuset · Kirurgkliniken`.
    func place(_ hospital: String, _ unit: String?, in region: RegionSlug) -> String {
        let name = hospitalName(hospital, in: region)
        return unit.map { "\(name) · \(unitName($0, at: hospital, in: region))" } ?? name
    }
}

extension Directory.Entry {
    fileprivate init(_ region: Region) {
        self.region = region
        hospitals = Dictionary(region.hospitals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        units = hospitals.mapValues { hospital in
            Dictionary(hospital.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }
}
