internal import Federation
import Foundation
import Synchronization

/// Bytes on their way into the archive: a file under a name of its own, hashed as it is written.
/// Whoever lets go of it without keeping it leaves nothing behind; a killed process leaves a file that nobody locks.
final class IncomingFile: Sendable {
    let path: String
    private let descriptor: Int32
    private let state = Mutex(State())

    private struct State {
        var hasher = FingerprintHasher()
        var length = 0
        var isKept = false
    }

    /// A new empty file in that folder.
    init(in folder: String) throws(DiskFault) {
        path = "\(folder)/\(UUID().uuidString.lowercased())"
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o440)
        guard descriptor >= 0 else { throw DiskFault("open", path) }
        // The lock tells a sweeping neighbour that the writer lives.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let fault = DiskFault("flock", path)
            close(descriptor)
            throw fault
        }
    }

    deinit {
        if !state.withLock({ $0.isKept }) { unlink(path) }
        close(descriptor)
    }

    /// Bytes written so far.
    var length: Int { state.withLock { $0.length } }

    /// SHA-256 of the bytes written so far.
    var fingerprint: Fingerprint { state.withLock { $0.hasher.finish() } }

    /// Writes bytes at the end.
    func append(_ bytes: UnsafeRawBufferPointer) throws(DiskFault) {
        var rest = bytes
        while !rest.isEmpty {
            let written = write(descriptor, rest.baseAddress, rest.count)
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw DiskFault("write", path) }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
        // Unsafe: the bytes are lent for this call, and the hash keeps no reference to them.
        nonisolated(unsafe) let bytes = bytes
        state.withLock { state in
            state.hasher.update(bytes)
            state.length += bytes.count
        }
    }

    /// Makes the bytes last and gives them their name for good.
    func keep(as target: String) throws(DiskFault) {
        guard fsync(descriptor) == 0 else { throw DiskFault("fsync", path) }
        guard rename(path, target) == 0 else { throw DiskFault("rename", target) }
        state.withLock { $0.isKept = true }
        try Disk.syncFolder(Disk.folder(of: target))
    }
}
