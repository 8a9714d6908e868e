import Federation
import Harvest
package import Pricing
import Reading
import Registry
import Storage

extension Gateway {
    /// How a line of a built list got its price, with the raw text of each delivered input from the archive.
    ///
    /// Nil where no draft has such a line.
    package func explain(_ id: LineID) async throws -> (explanation: Explanation, built: BuiltPriceList)? {
        var obstacle: CommandError?
        for year in try await store.builtYears().reversed() {
            do {
                guard let built = try await lastBuilt(year), let explanation = built.list.explain(id) else { continue }
                return (try await attachRawText(explanation), built)
            } catch let error as CommandError {
                // A year that must be built again hides no line of another year.
                obstacle = obstacle ?? error
            }
        }
        if let obstacle { throw obstacle }
        return nil
    }

    /// Reads the raw text of every delivered input out of the archive, whose bytes must still be the ones that came.
    package func attachRawText(_ explanation: Explanation) async throws -> Explanation {
        var explanation = explanation
        for step in explanation.steps.indices {
            for input in explanation.steps[step].inputs.indices {
                guard case .delivery(let region, let version?, let place) = explanation.steps[step].inputs[input].origin
                else { continue }
                explanation.steps[step].inputs[input].rawText = try await rawText(
                    region: region, version: version, place: place)
            }
        }
        return explanation
    }

    private func rawText(region: RegionSlug, version: Fingerprint, place: RecordOrigin) async throws -> String? {
        let kept = try await store.versions(startingWith: version.hex)
        guard let parts = kept.first(where: { $0.version.region == region })?.version.parts,
            let feed = premises.region(region)?.feed(.priceList), parts.indices.contains(Int(place.part))
        else { return nil }
        let part = parts[Int(place.part)]
        let start = Int(place.offset)
        let archive = archive
        let reader = RawTextReader(
            format: feed.format == .xml ? .xml : .json, declaredEncoding: feed.encoding, mediaType: part.mediaType)
        return try await OffPool.run {
            guard try archive.isUnbroken(part) else {
                throw CommandError(
                    "Arkivets fil för \(region), version \(version.short), är skadad eller borta: \(part.wire.hex). "
                        + "Återställ den ur säkerhetskopian.",
                    "The archive's file of \(region), version \(version.short), is damaged or gone: \(part.wire.hex). "
                        + "Restore it from the backup.")
            }
            let head = try archive.rawBytes(of: part, range: 0..<RawTextReader.headLength, limit: .max)
            let bytes = try archive.rawBytes(of: part, range: start..<start + Int(place.length), limit: 2000)
            return reader.text(of: bytes, inContentBeginning: head)
        }
    }
}
