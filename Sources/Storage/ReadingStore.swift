import Foundation
import GRDB

extension Store {
    /// The database of a data directory for reading alone; nil where there is none, or where an older program made it
    /// and its tables would have to be changed. The folder need not be writable.
    package static func reading(path: String) throws -> Store? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(30)
        let queue = try openForReading(path, configuration)
        let isCurrent = try queue.read { try Schema.migrator.hasCompletedMigrations($0) }
        return isCurrent ? Store(database: queue) : nil
    }

    /// A store of nothing, for work without a data directory; it is gone with the program.
    package static func empty() throws -> Store {
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue)
        return Store(database: queue)
    }

    /// Where the folder cannot be written, SQLite cannot make the small file that its readers share. Nobody else can
    /// write there either, so it is told that nothing will change.
    private static func openForReading(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
            return queue
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN && !hasUnmerged(path) {
            let address = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
            return try DatabaseQueue(path: address, configuration: configuration)
        }
    }

    /// Whether the file beside the database holds commits that are not in the database itself yet.
    private static func hasUnmerged(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return (attributes?[.size] as? Int ?? 0) > 0
    }
}
