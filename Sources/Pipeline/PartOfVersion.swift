import Federation
import Harvest
import Intake
import Registry
import Storage

/// A part of a region's version of its price feed.
struct PartOfVersion: Hashable {
    let region: RegionSlug
    let version: Fingerprint
    /// From 0.
    let number: Int
}

extension Gateway {
    /// The part as the archive has it, with the feed that it came by, in the form that it came in; nil where no such part
    /// was ever seen.
    ///
    /// Throws `CommandError` where the archive no longer has the bytes that came.
    func archived(_ wanted: PartOfVersion) async throws -> (part: VersionPart, feed: FeedDescriptor)? {
        let kept = try await store.versions(startingWith: wanted.version.hex)
            .first { $0.version.region == wanted.region && $0.version.kind == .priceList }
        guard let parts = kept?.version.parts, let feed = premises.region(wanted.region)?.feed(.priceList),
            parts.indices.contains(wanted.number)
        else { return nil }
        let part = parts[wanted.number]
        let archive = archive
        guard try await OffPool.run({ try archive.isUnbroken(part) }) else {
            throw CommandError(
                "Arkivets fil för \(wanted.region), version \(wanted.version.short), är skadad eller borta: "
                    + "\(part.wire.hex). Återställ den ur säkerhetskopian.",
                "The archive's file of \(wanted.region), version \(wanted.version.short), is damaged or gone: "
                    + "\(part.wire.hex). Restore it from the backup.")
        }
        return (part, try await OffPool.run { try feed.asDelivered(parts) { try archive.open($0) } })
    }
}
