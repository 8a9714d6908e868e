import GRDB

/// What SQLite says is wrong with the database's file itself, whatever was asked of it (databasfel).
package enum StoreTrouble: Sendable {
    /// The file is broken, or is no database of SQLite's.
    case corrupt
    /// The disk has no room left.
    case full
    /// The file or its folder may not be opened or written.
    case forbidden
    /// The disk could not read or write.
    case disk
    /// Another program holds the database and does not let go.
    case busy

    /// The trouble behind an error of the store; nil where the file is not to blame.
    package init?(_ error: any Error) {
        guard let error = error as? DatabaseError else { return nil }
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt
        case .SQLITE_FULL: self = .full
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH: self = .forbidden
        case .SQLITE_IOERR: self = .disk
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        default: return nil
        }
    }
}
