import GRDB
package import Pricing
import Synchronization

/// Price records on their way from the decoder into the store. They wait in a file of their own, since there can be a
/// million of them, and since the database must not be locked while a delivery is decoded.
///
/// The file is SQLite's own temporary one: it has no name, and is gone when the spool is, or the program.
package final class PriceSpool: Sendable {
    private static let rowsPerWrite = 1_000
    /// The columns of `price_record` behind examination and position.
    private static let columns = 19

    private let database: DatabaseQueue
    private let waiting = Mutex<[[Cell]]>([])

    /// An empty spool. Throws where there is no room for temporary files.
    package init() throws {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            // What is in here need not survive anything.
            try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096")
        }
        // An empty path is SQLite's way to ask for a nameless file.
        database = try DatabaseQueue(path: "", configuration: configuration)
        let names = (0..<PriceSpool.columns).map { "c\($0)" }.joined(separator: ", ")
        try database.write { try $0.execute(sql: "CREATE TABLE record (\(names))") }
    }

    /// Adds a record behind the others. Throws where the disk is full.
    package func add(_ record: PriceRecord) throws {
        let rows = waiting.withLock { waiting -> [[Cell]] in
            waiting.append(PriceRow(record).cells)
            return waiting.count < PriceSpool.rowsPerWrite ? [] : PriceSpool.taken(&waiting)
        }
        try write(rows)
    }

    /// Copies all records into the store's table, numbered from 0 in the order that they were added.
    func copy(into db: Database, examination: Int64) throws {
        try write(waiting.withLock { PriceSpool.taken(&$0) })
        try database.read { spooled in
            try BulkInsert.copy(
                "SELECT * FROM record ORDER BY rowid", of: spooled, into: "price_record", of: db, behind: examination)
        }
    }

    private func write(_ rows: [[Cell]]) throws {
        guard !rows.isEmpty else { return }
        try database.write { db in
            var insert = try BulkInsert(db, into: "record", columns: PriceSpool.columns)
            for row in rows { try insert.add(row) }
            try insert.finish()
        }
    }

    private static func taken(_ rows: inout [[Cell]]) -> [[Cell]] {
        defer { rows.removeAll(keepingCapacity: true) }
        return rows
    }
}

/// A price submission ready to be kept: its head, and its records in their spool.
package struct SpooledSubmission: Sendable {
    package let header: SubmissionHeader
    package let records: PriceSpool

    package init(header: SubmissionHeader, records: PriceSpool) {
        self.header = header
        self.records = records
    }
}
