package import Federation
import Foundation
import Glibc
internal import Reading

/// The archive (arkivet): every distinct sequence of bytes ever received, under the name of its SHA-256, for ever.
/// `ab/cdef…` below the root; files come in by `incoming`, and nothing is ever changed or deleted.
package struct Archive: Sendable {
    private let root: String
    private var incoming: String { root + "/incoming" }

    /// When this process first looked: files in `incoming` that are older were not begun by it.
    private static let began = Date()

    /// Opens the archive in that folder, makes it where it is missing, and clears away what a killed process had begun.
    package init(root: String) throws {
        self.root = root
        _ = Archive.began
        try Disk.makeFolder(incoming)
        try sweep()
    }

    /// The archive in that folder as it is, for work that reads at most: nothing is made or cleared away.
    package init(reading root: String) { self.root = root }

    /// Whether the bytes of that fingerprint are here.
    package func has(_ wire: Fingerprint) -> Bool { Disk.exists(path(of: wire)) }

    /// Where the bytes of a part lie as they came.
    package func wirePath(of part: VersionPart) -> String { path(of: part.wire) }

    /// Where the bytes of that SHA-256 lie.
    package func path(of wire: Fingerprint) -> String { "\(root)/\(wire.hex.prefix(2))/\(wire.hex.dropFirst(2))" }

    /// A new file to write into.
    func newFile() throws(DiskFault) -> IncomingFile { try IncomingFile(in: incoming) }

    /// Keeps a whole file: synced and named first, then decoded once for its content's fingerprint.
    /// Content that cannot be decoded is no error here: the part has no content then, and intake says why.
    func keep(
        _ file: IncomingFile, role: String, coding: ContentCoding, mediaType: String?, contentLimit: Int
    ) throws -> VersionPart {
        let wire = file.fingerprint
        let target = path(of: wire)
        try Disk.makeFolder(Disk.folder(of: target))
        if let length = Disk.length(target) {
            guard length == file.length else { throw DiskFault("compare", target, number: EIO) }
            // The writer of the same bytes may have been killed just before it synced the name.
            try Disk.syncFolder(Disk.folder(of: target))
        } else {
            try file.keep(as: target)
        }
        let content = try decode(target, coding: coding, wire: wire, length: file.length, limit: contentLimit)
        return VersionPart(
            role: role, wire: wire, content: content?.fingerprint, wireLength: file.length,
            contentLength: content?.length ?? 0, coding: coding, mediaType: mediaType)
    }

    private func decode(
        _ path: String, coding: ContentCoding, wire: Fingerprint, length: Int, limit: Int
    ) throws -> (fingerprint: Fingerprint, length: Int)? {
        if coding == .identity { return length <= limit ? (wire, length) : nil }
        if coding == .unknown { return nil }
        do {
            var limits = ReadingLimits.feed
            limits.contentBytes = limit
            let decoded = try Inflation.copy(from: FileSource(path: path), coding: coding, limits: limits) { _ in }
            return (decoded.content, decoded.length)
        } catch is ReadingFault {
            return nil
        }
    }

    /// Removes what lies in `incoming`, is older than this process, and has no living writer.
    private func sweep() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: incoming) {
            let path = "\(incoming)/\(name)"
            let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { continue }
            let isOld = Double(status.st_mtim.tv_sec) < Archive.began.timeIntervalSince1970.rounded(.down)
            if isOld && flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
        }
    }
}
