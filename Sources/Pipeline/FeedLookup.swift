package import Federation
import Harvest
import Reading
package import Registry

extension Gateway {
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
