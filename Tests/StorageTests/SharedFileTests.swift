import Federation
import Foundation
import GRDB
import Testing

@testable import Storage

/// One database file, opened by several programs, and by programs of different age.
struct SharedFileTests {
    @Test func `several programs that make the same database at once all succeed`() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/stores-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let store = try Store(path: folder + "/new.sqlite")
                    #expect(await store.isReady())
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `two stores on one file write at the same time, and every row arrives once`() async throws {
        let temporary = try TemporaryStore()
        let stores = [temporary.store, try Store(path: temporary.folder + "/test.sqlite")]
        let region = try Sample.region()
        let versions = try (0..<20).map { try Sample.version("\($0)") }
        let news = try await withThrowingTaskGroup(of: Int.self) { group in
            for store in stores {
                group.addTask {
                    var new = 0
                    for version in versions {
                        let seen = try await store.recordSighting(
                            of: version, parts: [], source: .fetch, at: Sample.now)
                        if seen.isNew { new += 1 }
                        let record = ExaminationRecord(
                            version: version, key: version.fingerprint, verdict: .refused, report: FindingsReport(),
                            recordCount: 0)
                        try await store.accept(record, at: Sample.now)
                    }
                    return new
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(news == versions.count)
        for store in stores {
            #expect(try await store.versions(region: region, kind: .priceList).count == versions.count)
            for version in versions {
                #expect(try await store.examination(of: version, key: version.fingerprint)?.verdict == .refused)
            }
        }
        let file = try DatabaseQueue(path: temporary.folder + "/test.sqlite")
        #expect(
            try await file.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM sighting") } == 2 * versions.count)
        #expect(try await file.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM examination") } == versions.count)
    }

    @Test func `a database of before is brought up to date with all its parts`() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let version = try Sample.version("a")
        do {
            let file = try DatabaseQueue(path: folder + "/test.sqlite")
            try Schema.migrator.migrate(file, upTo: "3 price lists")
            try await file.write { db in
                let id = try Store.insert(version, at: Sample.now, db)
                try db.execute(sql: "INSERT INTO sighting VALUES (NULL, ?, 1, 'fetch')", arguments: [id])
            }
        }
        let store = try Store(path: folder + "/test.sqlite")
        let region = try Sample.region()
        #expect(try await store.currentVersion(region: region, kind: .priceList)?.version == version)
        #expect(try await store.lastFullAnswer(region: region, kind: .priceList) == nil)
    }

    @Test func `a draft of before keeps its regions, and a new one may name a failed fetch`() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let sum = Fingerprint(of: "list".utf8)
        let region = try Sample.region()
        do {
            let file = try DatabaseQueue(path: folder + "/test.sqlite")
            try Schema.migrator.migrate(file, upTo: "6 what attempts came to")
            try await file.write { db in
                try db.execute(
                    sql: "INSERT INTO price_list VALUES (1, 2023, ?, ?, NULL, 1)", arguments: [sum.hex, sum.hex])
                try db.execute(
                    sql: "INSERT INTO price_list_input VALUES (1, ?, 'notDelivered', NULL, NULL, 0)",
                    arguments: [region.text])
            }
        }
        let store = try Store(path: folder + "/test.sqlite")
        let year = try #require(Year(2023))
        #expect(try await store.lastBuilt(year)?.inputs.map(\.state) == [.notDelivered])
        let input = BuiltInput(region: region, state: .fetchFailed, examination: nil, isLastGood: false)
        let draft = BuiltList(
            year: year, fingerprint: Fingerprint(of: "next".utf8), model: sum, openingList: nil, inputs: [input],
            builtAt: Sample.now)
        try await store.record(draft)
        #expect(try await store.lastBuilt(year) == draft)
    }

    @Test func `the last answer in full is told apart from those by 304, and so is a change behind a validator`()
        async throws
    {
        let temporary = try TemporaryStore()
        let (store, region) = (temporary.store, try Sample.region())
        let later = Instant(milliseconds: Sample.now.milliseconds + 1)
        let versions = [try Sample.version("a"), try Sample.version("b")]
        _ = try await store.recordSighting(of: versions[0], parts: [], source: .fetch, isFull: true, at: Sample.now)
        _ = try await store.recordSighting(of: versions[0], parts: [], source: .fetch, at: later)
        #expect(try await store.lastFullAnswer(region: region, kind: .priceList) == Sample.now)
        #expect(try await store.lastFullAnswer(region: region, kind: .plan) == nil)
        _ = try await store.recordSighting(
            of: versions[1], parts: [], source: .fetch, isFull: true, isBehindValidator: true, at: later)
        #expect(try await store.lastFullAnswer(region: region, kind: .priceList) == later)
        #expect(try await store.changedBehindValidator(versions[0]) == false)
        #expect(try await store.changedBehindValidator(versions[1]))
    }

    @Test func `bytes in an unknown coding are a part like any other`() async throws {
        let temporary = try TemporaryStore()
        let part = VersionPart(
            role: "body", wire: Fingerprint(of: [1]), content: nil, wireLength: 1, contentLength: 0, coding: .unknown,
            mediaType: nil)
        let version = FeedVersion(region: try Sample.region(), kind: .plan, parts: [part])
        _ = try await temporary.store.recordSighting(of: version, parts: [], source: .fetch, at: Sample.now)
        let kept = try await temporary.store.currentVersion(region: version.region, kind: .plan)
        #expect(kept?.version == version)
    }
}
