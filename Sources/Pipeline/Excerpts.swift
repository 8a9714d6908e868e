import Federation
import Harvest
package import Pricing
import Reading
import Registry
import Storage

/// The explanations that are given the excerpts of their inputs, each file being read once.
extension Gateway {
    /// The explanations with what stands at the place of every input that came from a file: the record with three lines
    /// around it, cut out of archived bytes that must still be the ones that came, or the row of the weight list.
    ///
    /// Throws `CommandError` where the archive is damaged.
    package func withExcerpts(_ explanations: [Explanation]) async throws -> [Explanation] {
        var explanations = explanations
        let delivered = try await deliveredExcerpts(explanations)
        let rows = try weightRows(explanations)
        for index in explanations.indices {
            explanations[index].attachExcerpts { origin in
                switch origin {
                case .delivery(let region, let version?, let place):
                    delivered[PartOfVersion(region: region, version: version, part: Int(place.part))]?[place]
                case .weightList(_, let version?, let line): rows[version]?.excerpt(of: line)
                default: nil
                }
            }
        }
        return explanations
    }

    private func deliveredExcerpts(
        _ explanations: [Explanation]
    ) async throws -> [PartOfVersion: [RecordOrigin: RawExcerpt]] {
        var wanted: [PartOfVersion: Set<RecordOrigin>] = [:]
        for case .delivery(let region, let version?, let place) in explanations.lazy.flatMap(\.origins) {
            wanted[PartOfVersion(region: region, version: version, part: Int(place.part)), default: []].insert(place)
        }
        var found: [PartOfVersion: [RecordOrigin: RawExcerpt]] = [:]
        for (part, places) in wanted { found[part] = try await excerpts(at: places, of: part) }
        return found
    }

    private func excerpts(
        at places: Set<RecordOrigin>, of wanted: PartOfVersion
    ) async throws -> [RecordOrigin: RawExcerpt]? {
        let kept = try await store.versions(startingWith: wanted.version.hex)
        guard let parts = kept.first(where: { $0.version.region == wanted.region })?.version.parts,
            let feed = premises.region(wanted.region)?.feed(.priceList), parts.indices.contains(wanted.part)
        else { return nil }
        let part = parts[wanted.part]
        let reader = ExcerptReader(
            format: feed.format == .xml ? .xml : .json, declaredEncoding: feed.encoding, mediaType: part.mediaType)
        let archive = archive
        return try await OffPool.run {
            guard try archive.isUnbroken(part) else {
                throw CommandError(
                    "Arkivets fil för \(wanted.region), version \(wanted.version.short), är skadad eller borta: "
                        + "\(part.wire.hex). Återställ den ur säkerhetskopian.",
                    "The archive's file of \(wanted.region), version \(wanted.version.short), is damaged or gone: "
                        + "\(part.wire.hex). Restore it from the backup.")
            }
            return try reader.excerpts(at: places) { try archive.open(part) }
        }
    }

    /// The weight lists that the explanations name, as far as our file is still the very one that was used.
    private func weightRows(_ explanations: [Explanation]) throws -> [Fingerprint: FileRows] {
        var rows: [Fingerprint: FileRows] = [:]
        for case .weightList(let file, let version?, _) in explanations.lazy.flatMap(\.origins)
        where rows[version] == nil {
            let path = "\(premises.contractsFolder)/weight-lists/\(file)"
            if let found = try? FileRows(path: path), found.fingerprint == version { rows[version] = found }
        }
        return rows
    }
}

/// A part of a region's version.
private struct PartOfVersion: Hashable {
    let region: RegionSlug
    let version: Fingerprint
    let part: Int
}
