import Foundation
import Synchronization

/// Standard output, written at once and with its errors seen: `print` keeps lines back while the output is a pipe, and
/// forgets what a full disk refused.
enum Console {
    /// The first error of a write, as `errno`; 0 where there was none.
    private static let fault = Atomic<Int32>(0)

    /// Writes a line.
    static func say(_ line: String) { write(line + "\n") }

    /// Tells a person at a terminal what takes its time just now; nothing where standard error goes elsewhere.
    static func working(_ line: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.write(Data((line + " …\n").utf8))
    }

    /// Writes text as it is.
    static func write(_ text: String) {
        guard fault.load(ordering: .relaxed) == 0 else { return }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                fault.store(errno, ordering: .relaxed)
                return
            }
        }
    }

    /// Why not everything could be written; nil where all was. A reader that went away has read what it wanted.
    static var lost: String? {
        let number = fault.load(ordering: .relaxed)
        return number == 0 || number == EPIPE ? nil : String(cString: strerror(number))
    }
}
