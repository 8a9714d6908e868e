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
    /// Throws `DamagedFile` where the archive is damaged.
    package func withExcerpts(_ explanations: [Explanation]) async throws -> [Explanation] {
        var explanations = explanations
        let delivered = try await deliveredExcerpts(explanations)
        let earlier = try await earlierExcerpts(explanations)
        let rows = try weightRows(explanations)
        for index in explanations.indices {
            explanations[index].attachExcerpts { origin in
                switch origin {
                case .delivery(let region, let version?, let place):
                    delivered[PartOfVersion(region: region, version: version, number: Int(place.part))]?[place]
                case .previousEdition(let edition, let line): earlier[edition]?[line]
                case .weightList(_, let version?, let line): rows[version]?.excerpt(of: line)
                default: nil
                }
            }
        }
        return explanations
    }

    /// What stands in earlier lists where the lines are that prices were raised from: in the file of one that was read
    /// in, in the JSON of one that was published here.
    private func earlierExcerpts(
        _ explanations: [Explanation]
    ) async throws -> [PreviousEdition: [LineID: RawExcerpt]] {
        var wanted: [PreviousEdition: Set<LineID>] = [:]
        for case .previousEdition(let edition, let line) in explanations.lazy.flatMap(\.origins) {
            wanted[edition, default: []].insert(line)
        }
        var found: [PreviousEdition: [LineID: RawExcerpt]] = [:]
        for (edition, lines) in wanted {
            switch edition.basis {
            case .imported: found[edition] = try await openingExcerpts(of: lines, in: edition)
            case .published: found[edition] = try await publishedExcerpts(of: lines, in: edition)
            }
        }
        return found
    }

    private func openingExcerpts(
        of lines: Set<LineID>, in edition: PreviousEdition
    ) async throws -> [LineID: RawExcerpt]? {
        guard let (file, places) = try await store.openingPlaces(edition.year, number: edition.number, of: lines)
        else { return nil }
        let archive = archive
        return try await OffPool.run {
            let part = VersionPart(
                role: "body", wire: file, content: nil, wireLength: 0, contentLength: 0,
                coding: try Gateway.coding(of: archive.path(of: file)), mediaType: nil)
            guard try archive.isUnbroken(part) else { throw DamagedFile(file) }
            return try Self.excerpts(at: places, of: file) { try archive.open(part) }
        }
    }

    private func publishedExcerpts(
        of lines: Set<LineID>, in edition: PreviousEdition
    ) async throws -> [LineID: RawExcerpt]? {
        guard let kept = try await self.edition(edition.year, number: edition.number) else { return nil }
        let file = kept.edition.fingerprint
        let bytes = try await document(file)
        return try await OffPool.run {
            let places = try ItemFinder.places(of: Set(lines.map(\.description)), in: MemorySource(bytes))
            let known = lines.compactMap { line in places[line.description].map { (line, $0) } }
            return try Self.excerpts(at: Dictionary(uniqueKeysWithValues: known), of: file) { MemorySource(bytes) }
        }
    }

    /// What stands at these places of a list's JSON, each with the file and its place.
    private static func excerpts(
        at places: [LineID: RecordOrigin], of file: Fingerprint, open: () throws -> any ByteSource
    ) throws -> [LineID: RawExcerpt] {
        let excerpts = try ExcerptReader(format: .json, declaredEncoding: nil, mediaType: nil)
            .excerpts(at: Set(places.values), open: open)
        return places.compactMapValues { place in
            excerpts[place]?.found(at: RawExcerpt.FilePlace(file: file, place: place))
        }
    }

    private func deliveredExcerpts(
        _ explanations: [Explanation]
    ) async throws -> [PartOfVersion: [RecordOrigin: RawExcerpt]] {
        var wanted: [PartOfVersion: Set<RecordOrigin>] = [:]
        for case .delivery(let region, let version?, let place) in explanations.lazy.flatMap(\.origins) {
            wanted[PartOfVersion(region: region, version: version, number: Int(place.part)), default: []].insert(place)
        }
        var found: [PartOfVersion: [RecordOrigin: RawExcerpt]] = [:]
        for (part, places) in wanted { found[part] = try await excerpts(at: places, of: part) }
        return found
    }

    private func excerpts(
        at places: Set<RecordOrigin>, of wanted: PartOfVersion
    ) async throws -> [RecordOrigin: RawExcerpt]? {
        guard let (part, feed) = try await archived(wanted) else { return nil }
        guard try await !isClosed(wanted) else {
            return Dictionary(places.map { ($0, .closed) }, uniquingKeysWith: { first, _ in first })
        }
        let reader = ExcerptReader(
            format: feed.format.document, declaredEncoding: feed.encoding, mediaType: part.mediaType)
        let archive = archive
        return try await OffPool.run {
            return try reader.excerpts(at: places) { try archive.open(part) }
        }
    }

    /// Whether what looks like a personal identity number stands in the version, so that nobody is shown its text.
    private func isClosed(_ wanted: PartOfVersion) async throws -> Bool {
        let kept = try await store.versions(startingWith: wanted.version.hex)
            .first { $0.version.region == wanted.region && $0.version.kind == .priceList }
        guard let version = kept?.version else { return false }
        return try await store.lastExamination(of: version)?.mayNameAPerson ?? false
    }

    /// The weight lists that the explanations name: as a proposal froze them, else our file where it is still the one that
    /// was used.
    private func weightRows(_ explanations: [Explanation]) throws -> [Fingerprint: FileRows] {
        var rows: [Fingerprint: FileRows] = [:]
        for case .weightList(let file, let version?, _) in explanations.lazy.flatMap(\.origins)
        where rows[version] == nil {
            if let frozen = try archive.document(version) {
                rows[version] = FileRows(bytes: frozen)
            } else if let found = try? FileRows(path: "\(premises.contractsFolder)/weight-lists/\(file)"),
                found.fingerprint == version
            {
                rows[version] = found
            }
        }
        return rows
    }
}
