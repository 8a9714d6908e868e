import GRDB
import Testing

@testable import Storage

/// What the store relies on in SQLite, asked of the database itself.
struct DurabilityTests {
    @Test func `every commit of the store's own writer is synced to the disk`() async throws {
        let temporary = try TemporaryStore()
        let (mode, journal) = try await temporary.store.database.write { db in
            (try Int.fetchOne(db, sql: "PRAGMA synchronous"), try String.fetchOne(db, sql: "PRAGMA journal_mode"))
        }
        #expect(mode == 2 && journal == "wal")
    }

    @Test func `every table is strict, and refuses every change and removal of a row`() async throws {
        let temporary = try TemporaryStore()
        try await temporary.store.database.read { db in
            let tables = try Row.fetchAll(
                db,
                sql: """
                    SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                    AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'
                    """)
            #expect(tables.count > 20)
            for table in tables {
                let name: String = table["name"]
                #expect(table["strict"] == 1, "\(name)")
                for verb in ["UPDATE", "DELETE"] {
                    let triggers = try String.fetchAll(
                        db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?",
                        arguments: [name])
                    let guards = triggers.contains {
                        $0.contains("BEFORE \(verb) ON \(name)\n") && !$0.contains("WHEN") && $0.contains("RAISE(ABORT")
                    }
                    #expect(guards, "\(verb) \(name)")
                }
            }
        }
    }
}
