import Federation
import GRDB
import Testing

@testable import Storage

/// SQLite's own way around a trigger that forbids to delete.
struct ReplacingTests {
    @Test func `a row cannot be replaced by another with its key either`() async throws {
        let temporary = try TemporaryStore()
        _ = try await temporary.store.recordSighting(
            of: Sample.version("a"), parts: [], source: .submit, at: Sample.now)
        for table in ["version", "arrival"] {
            await #expect(throws: DatabaseError.self) {
                try await temporary.store.database.write {
                    try $0.execute(sql: "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)")
                }
            }
        }
        let kept = try await temporary.store.versions(region: Sample.region(), kind: .priceList)
        #expect(kept.map(\.version) == [try Sample.version("a")])
    }
}
