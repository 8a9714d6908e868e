import Foundation
import Glibc

/// The file of a private key (nyckelfil): PEM, readable by its owner only, outside the data folder.
package enum KeyFile {
    /// The longest key file, in bytes; a key takes about 120.
    package static let longest = 4096

    /// Writes a new key. Throws where the file exists or lies inside the data folder.
    package static func write(_ key: SigningKey, to path: String, outside dataFolder: String?) throws(KeyFault) {
        try check(path, outside: dataFolder)
        // Made with its mode from the start, and never through a link: there is no moment when others could read it.
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw errno == EEXIST
                ? .exists(path: path) : .unwritable(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(file) }
        let bytes = Array(key.pem.utf8)
        guard Glibc.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(path)
            throw .unwritable(path: path, reason: reason)
        }
    }

    /// Reads a private key. Throws where others than the owner may read the file, or where it lies inside the data folder.
    package static func read(_ path: String, outside dataFolder: String?) throws(KeyFault) -> SigningKey {
        try check(path, outside: dataFolder)
        let (text, mode) = try contents(path)
        guard mode & 0o077 == 0 else { throw .openToOthers(path: path, mode: String(mode & 0o777, radix: 8)) }
        return try SigningKey(pem: text)
    }

    /// Reads a public key, which anybody may.
    package static func readPublic(_ path: String) throws(KeyFault) -> VerifyingKey {
        try VerifyingKey(pem: try contents(path).text)
    }

    /// The text and the mode of one opened file, so that both are of the same one.
    private static func contents(_ path: String) throws(KeyFault) -> (text: String, mode: mode_t) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw .unreadable(path: path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path) }
        var bytes = [UInt8](repeating: 0, count: longest + 1)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count >= 0 else { throw .unreadable(path: path) }
        guard count <= longest else { throw .tooLong(path: path, most: longest) }
        return (String(decoding: bytes[..<count], as: UTF8.self), status.st_mode)
    }

    /// Throws where the file would lie inside the data folder, also by way of links.
    private static func check(_ path: String, outside dataFolder: String?) throws(KeyFault) {
        guard let dataFolder else { return }
        let folder = URL(fileURLWithPath: dataFolder).resolvingSymlinksInPath().standardizedFileURL.path
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
            .resolvingSymlinksInPath().standardizedFileURL.path
        for place in [target, parent] where place == folder || place.hasPrefix(folder + "/") {
            throw .insideDataFolder(path: path, folder: dataFolder)
        }
    }
}
