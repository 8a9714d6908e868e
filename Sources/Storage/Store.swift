package import Federation
import Foundation
import GRDB

/// The memory of the gateway: everything that happened, in one SQLite file. Rows are only ever added.
package final class Store: Sendable {
    let database: any DatabaseWriter

    init(database: any DatabaseWriter) { self.database = database }

    /// Opens or makes the database of a data directory and brings its tables up to date.
    ///
    /// Throws where the file cannot be opened, or where writes would not survive a power cut.
    package init(path: String) throws {
        // Two programs that begin at once must not both bring the tables up to date.
        let lock = Foundation.open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard lock >= 0, flock(lock, LOCK_EX) == 0 else { throw StoreError.unreadable(path + ".lock") }
        defer { close(lock) }
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { db in
            // GRDB sets NORMAL when it turns WAL on, which loses acknowledged commits in a power cut.
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA synchronous = FULL") }
            // Without it INSERT OR REPLACE deletes a row past the trigger that forbids it.
            try db.execute(sql: "PRAGMA recursive_triggers = ON")
        }
        database = try DatabasePool(path: path, configuration: configuration)
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else { throw StoreError.notDurable }
        }
        try Schema.migrator.migrate(database)
    }

    /// Whether the database answers, from its file.
    package func isReady() async -> Bool {
        (try? await database.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) >= 0 FROM version") }) == 1
    }
}

/// Why the store cannot do what it is asked: its rows contradict what the program knows, or somebody else was first.
/// Stops the run.
package enum StoreError: Error, Hashable, Sendable {
    /// SQLite does not promise to sync every commit.
    case notDurable
    /// A row holds a value that no version of the program writes.
    case unreadable(String)
    /// A version that is named is not there.
    case noSuchVersion(Fingerprint)
    /// Somebody else acted on the year's list, or published, in between: what was to be written was made on an older
    /// state.
    case overtaken(Year)
    /// Somebody else made a key in between: what was to be listed was made on an older list.
    case keysOvertaken
}

extension DatabaseWriter {
    /// Writes in one transaction that begins at once, so that two processes queue instead of failing.
    func inTransaction<T: Sendable>(_ work: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await writeWithoutTransaction { db in
            var result: T?
            try db.inTransaction(.immediate) {
                result = try work(db)
                return .commit
            }
            guard let result else { throw StoreError.unreadable("transaction") }
            return result
        }
    }
}

extension Row {
    /// A value that must be there and readable.
    func known<T>(_ make: (String) -> T?, _ column: String) throws -> T {
        guard let text = self[column] as String?, let value = make(text) else { throw StoreError.unreadable(column) }
        return value
    }
}
