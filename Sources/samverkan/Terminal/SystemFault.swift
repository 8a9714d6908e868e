import Foundation
import Harvest
import Reading

/// What the system would not do with a file: its path and the system's error number, whoever tells it.
struct SystemFault {
    let path: String
    let number: Int32

    /// The fault behind an error; nil where it is about no file.
    init?(_ error: any Error) {
        if let fault = error as? DiskFault {
            self.init(path: fault.path, number: fault.number)
        } else if let fault = error as? FileFault {
            self.init(path: fault.path, number: fault.number)
        } else {
            let fault = error as NSError
            guard fault.domain == NSCocoaErrorDomain, let path = SystemFault.path(of: fault) else { return nil }
            let cause = fault.userInfo[NSUnderlyingErrorKey] as? NSError
            self.init(path: path, number: cause.map { Int32($0.code) } ?? SystemFault.number(of: fault.code))
        }
    }

    private init(path: String, number: Int32) {
        self.path = path
        self.number = number
    }

    /// Whether there is no room left.
    var isFull: Bool { [ENOSPC, EDQUOT, EFBIG].contains(number) }
    /// Whether the path is a wrong one or not ours to use: the person's choice, not a fault of the machine.
    var isWrongPath: Bool { [EACCES, EPERM, EROFS, ENOTDIR, EISDIR, ENOENT, EEXIST, ENAMETOOLONG].contains(number) }
    /// The system's own words.
    var reason: String { number == 0 ? "?" : String(cString: strerror(number)) }

    private static func path(of error: NSError) -> String? {
        error.userInfo[NSFilePathErrorKey] as? String ?? (error.userInfo[NSURLErrorKey] as? URL)?.path
    }

    /// Foundation's codes, where it keeps the system's number to itself.
    private static func number(of code: Int) -> Int32 {
        switch CocoaError.Code(rawValue: code) {
        case .fileWriteOutOfSpace: ENOSPC
        case .fileWriteNoPermission, .fileReadNoPermission: EACCES
        case .fileWriteVolumeReadOnly: EROFS
        case .fileWriteFileExists: EEXIST
        case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
        default: 0
        }
    }
}
