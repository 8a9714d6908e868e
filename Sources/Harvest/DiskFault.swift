import Glibc

/// The disk did not do what it was asked: full, gone, no permission. It stops the run, unlike a feed's own failure.
package struct DiskFault: Error, CustomStringConvertible {
    /// What was tried, for example `rename`.
    package let action: String
    package let path: String
    /// The system's error number; 0 where the system itself found nothing wrong.
    package let number: Int32

    init(_ action: String, _ path: String, number: Int32 = errno) {
        self.action = action
        self.path = path
        self.number = number
    }

    package var description: String { "\(action) \(path): \(String(cString: strerror(number)))" }
}

/// The few calls of the system that keeping bytes for good takes, each with its error honoured.
enum Disk {
    /// Makes a folder, with those above it that are missing, and makes its name last.
    static func makeFolder(_ path: String) throws(DiskFault) {
        let parent = folder(of: path)
        if !exists(parent) { try makeFolder(parent) }
        guard mkdir(path, 0o750) == 0 || errno == EEXIST else { throw DiskFault("mkdir", path) }
        // Also where it was there already: whoever made it may have been killed before this.
        try syncFolder(parent)
    }

    /// Makes the names in a folder last.
    static func syncFolder(_ path: String) throws(DiskFault) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskFault("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw DiskFault("fsync", path) }
    }

    /// Whether a file or folder of that name is there.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// How many bytes a file has; nil where there is none of that name.
    static func length(_ path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// The folder that a path lies in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
