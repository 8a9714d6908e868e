import Federation
import Foundation
import GRDB
import Pricing
import Storage
import Testing

/// Prices wait in a spool until it is known that they count.
struct PriceSpoolTests {
    @Test func `thousands of records come back in the order that they were added`() async throws {
        let temporary = try TemporaryStore()
        let services = try (0..<2_345).map { try service($0) }
        var submission = try Sample.submission()
        submission.careServices = services
        let version = try Sample.version("a")
        _ = try await temporary.store.recordSighting(of: version, parts: [], source: .submit, at: Sample.now)
        try await temporary.store.accept(
            ExaminationRecord(
                version: version, key: version.fingerprint, verdict: .accepted, report: FindingsReport(),
                recordCount: services.count, prices: try Sample.spooled(submission)), at: Sample.now)
        let kept = try #require(try await temporary.store.lastExamination(of: version))
        #expect(try await temporary.store.priceSubmission(examination: kept.id, region: Sample.region()) == submission)
        #expect(
            try await temporary.store.priceHeader(examination: kept.id, region: Sample.region()) == submission.header)
    }

    @Test func `records that come to nothing leave nothing, neither rows nor files`() async throws {
        let temporary = try TemporaryStore()
        let before = try FileManager.default.contentsOfDirectory(atPath: temporary.folder).sorted()
        let spool = try PriceSpool()
        for number in 0..<2_000 { try spool.add(.careService(service(number))) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.folder).sorted() == before)
        let file = try DatabaseQueue(path: temporary.folder + "/test.sqlite")
        #expect(try await file.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM price_record") } == 0)
    }

    @Test func `what the store cannot keep of a spool undoes the whole examination`() async throws {
        let temporary = try TemporaryStore()
        let version = try Sample.version("a")
        _ = try await temporary.store.recordSighting(of: version, parts: [], source: .submit, at: Sample.now)
        var submission = try Sample.submission()
        submission.careServices = [try service(1), try service(2, ore: -1)]
        let record = ExaminationRecord(
            version: version, key: version.fingerprint, verdict: .accepted, report: FindingsReport(),
            recordCount: 2, prices: try Sample.spooled(submission))
        await #expect(throws: DatabaseError.self) { try await temporary.store.accept(record, at: Sample.now) }
        #expect(try await temporary.store.lastExamination(of: version) == nil)
        let file = try DatabaseQueue(path: temporary.folder + "/test.sqlite")
        #expect(try await file.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM price_record") } == 0)
    }

    private func service(_ number: Int, ore: Int64 = 100) throws -> CareService {
        CareService(
            provider: "karlstad", unit: "kirurgi", medicalFieldCode: nil, code: "S\(number)",
            text: "Läkarbesök, grupp \(number)", measure: .doctorVisit, typeOfCare: .outpatient, careLevel: .county,
            price: .amount(Amount(ore: ore)),
            origin: RecordOrigin(part: 0, line: UInt32(number), column: 1, offset: Int64(number) << 33, length: 9))
    }
}
