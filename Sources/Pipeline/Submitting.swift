package import Adoption
package import Federation
import Harvest
import Reading
package import Registry
package import Storage

extension Gateway {
    /// Decides a held version, named by the first digits of its fingerprint (at least six).
    package func decide(
        _ kind: VersionDecision.Kind, digits: String, by person: String, reason: String
    ) async throws -> KeptExamination {
        guard digits.utf8.count >= 6 else {
            throw CommandError(
                "Skriv minst sex tecken av versionens fingeravtryck.",
                "Give at least six digits of the version's fingerprint.")
        }
        let found = try await store.versions(startingWith: digits)
        guard let version = found.first?.version, found.count == 1 else {
            throw found.isEmpty
                ? CommandError("Ingen version börjar med \(digits).", "No version begins with \(digits).")
                : CommandError(
                    "Flera versioner börjar med \(digits); skriv fler tecken.",
                    "Several versions begin with \(digits); give more digits.")
        }
        let (descriptor, feed) = try self.feed(version.region, version.kind)
        let examination = try await examine(version, feed: feed, region: descriptor)
        guard examination.examined == .held else {
            throw CommandError(
                "Versionen är inte kvarhållen, så det finns inget att avgöra.",
                "The version is not held, so there is nothing to decide.")
        }
        if kind == .release { try await requireReleasable(examination, region: version.region, kind: version.kind) }
        let decision = VersionDecision(
            kind: kind, version: version.fingerprint, by: person, reason: reason,
            seen: Set(examination.report.totals.keys), at: now())
        try await store.record(decision, on: version)
        return try await examine(version, feed: feed, region: descriptor)
    }

    /// Refuses to release what could never be part of a list.
    private func requireReleasable(_ examination: KeptExamination, region: RegionSlug, kind: FeedKind) async throws {
        guard examination.hasSubmission else {
            throw CommandError(
                "Versionen har fel som hindrar att den används; den kan bara avvisas. Be regionen om en ny leverans.",
                "The version has errors that forbid its use; it can only be refused. Ask the region for a new delivery."
            )
        }
        guard kind == .priceList else { return }
        if try await store.priceHeader(examination: examination.id, region: region).testData {
            throw CommandError(
                "Versionen är märkt som provdata och kan aldrig ingå i en lista. Be regionen om en skarp leverans.",
                "The version is marked as test data and can never be part of a list. Ask the region for a real delivery."
            )
        }
    }

    /// The descriptor of a region and of one of its feeds.
    package func feed(_ region: RegionSlug, _ kind: FeedKind) throws -> (RegionDescriptor, FeedDescriptor) {
        guard let descriptor = premises.region(region) else {
            let known = premises.regions.map(\.region.slug.text).joined(separator: ", ")
            throw CommandError(
                "Det finns ingen region \(region). Välj en av: \(known).",
                "There is no region \(region). Choose one of: \(known).")
        }
        guard let feed = descriptor.feed(kind) else {
            throw CommandError(
                "\(descriptor.region.name) har inget flöde av slaget \(kind.rawValue).",
                "\(descriptor.region.name) has no feed of kind \(kind.rawValue).")
        }
        return (descriptor, feed)
    }

    /// How the file is packed, by its first bytes.
    static func coding(of file: String) throws -> ContentCoding {
        var start = [UInt8](repeating: 0, count: 2)
        let source = try FileSource(path: file)
        let count = try start.withUnsafeMutableBytes { try source.read(into: $0) }
        return count == 2 && start == [0x1F, 0x8B] ? .gzip : .identity
    }
}
