import Adoption
import Federation
import Foundation
import GRDB
import Pricing
import Storage
import Testing

/// A store in a folder of its own, which goes away with it.
final class TemporaryStore {
    let folder = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
    let store: Store

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        store = try Store(path: folder + "/test.sqlite")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}

/// A region and versions of its price feed, told apart by a letter.
enum Sample {
    static let now = Instant(milliseconds: 1_668_502_800_000)

    static func region() throws -> RegionSlug { try #require(RegionSlug("varmland")) }

    static func version(_ text: String) throws -> FeedVersion {
        let part = VersionPart(
            role: "body", wire: Fingerprint(of: text.utf8), content: Fingerprint(of: text.utf8), wireLength: 1,
            contentLength: 1, coding: .identity, mediaType: "text/xml")
        return FeedVersion(region: try region(), kind: .priceList, parts: [part])
    }

    /// A submission as it comes from the decoder, its kinds mixed.
    static func spooled(_ submission: PriceSubmission) throws -> SpooledSubmission {
        let spool = try PriceSpool()
        for silence in submission.notApplicable { try spool.add(.notApplicable(silence)) }
        for service in submission.careServices { try spool.add(.careService(service)) }
        for price in submission.drgFixedPrices { try spool.add(.drgFixedPrice(price)) }
        for surcharge in submission.surcharges { try spool.add(.surcharge(surcharge)) }
        for exception in submission.drgExceptions { try spool.add(.drgException(exception)) }
        for tariff in submission.drgTariffs { try spool.add(.drgTariff(tariff)) }
        return SpooledSubmission(header: submission.header, records: spool)
    }

    static func submission() throws -> PriceSubmission {
        let origin = RecordOrigin(part: 3, line: 70_000, column: 12, offset: 9_431, length: 57)
        let header = SubmissionHeader(
            region: try region(), organisationNumber: try #require(OrganisationNumber("232100-0156")),
            year: try #require(Year(2023)), created: now, contact: "a@b.example")
        let service = { (code: String, price: CareService.Price, reason: String?) in
            CareService(
                provider: "centralsjukhuset-i-karlstad", unit: "kirurgi", medicalFieldCode: MedicalFieldCode("301"),
                code: code, text: "Läkarbesök på kirurgkliniken", measure: .doctorVisit, typeOfCare: .outpatient,
                careLevel: .regional, price: price, reason: reason, origin: origin)
        }
        return PriceSubmission(
            header: header,
            careServices: [
                service("LB01", .amount(Amount(ore: 320_600)), "längre besök"), service("LB02", .asLastYear, nil),
            ],
            drgTariffs: [DRGTariff(provider: "karlstad", typesOfCare: .all, origin: origin)],
            drgExceptions: [
                DRGException(
                    provider: "karlstad", unit: "psykiatri", typesOfCare: .inpatient, reason: "ej DRG", origin: origin)
            ],
            drgFixedPrices: [
                DRGFixedPrice(
                    provider: "karlstad", drg: "T10N", typeOfCare: .inpatient, amount: Amount(ore: 100),
                    reason: "avtal",
                    origin: origin)
            ],
            surcharges: [
                Surcharge(
                    provider: "karlstad", unit: nil, code: "TL1", text: "Läkemedel", measure: .piece,
                    amount: Amount(ore: 5_000), reason: "dyrare", origin: origin)
            ],
            notApplicable: [
                NotApplicable(provider: "torsby", subject: .hospital, reason: "stängt", origin: origin),
                NotApplicable(
                    provider: "karlstad",
                    subject: .line(unit: "hud", code: "X1", typeOfCare: .outpatient, careLevel: .county),
                    reason: "upphört", origin: origin),
            ])
    }
}

struct StoreTests {
    @Test func `every commit is synced`() throws {
        let temporary = try TemporaryStore()
        let file = try DatabaseQueue(path: temporary.folder + "/test.sqlite")
        #expect(try file.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }

    @Test func `an accepted submission comes back exactly as it was`() async throws {
        let temporary = try TemporaryStore()
        let version = try Sample.version("a")
        _ = try await temporary.store.recordSighting(of: version, parts: [], source: .submit, at: Sample.now)
        let submission = try Sample.submission()
        let key = Fingerprint(of: "key".utf8)
        var report = FindingsReport()
        report.add(
            Finding(
                "ore-in-krona-price", ["field": "amount"],
                at: Place(part: 1, bytes: 4..<9, line: 70_000, column: 3, path: "/a[3]/@b"), sample: "12,50"))
        let record = ExaminationRecord(
            version: version, key: key, verdict: .accepted, report: report, recordCount: 7,
            prices: try Sample.spooled(submission))
        try await temporary.store.accept(record, at: Sample.now)
        try await temporary.store.accept(record, at: Sample.now)
        let kept = try #require(try await temporary.store.examination(of: version, key: key))
        #expect(kept.verdict == .accepted)
        #expect(kept.report == report)
        #expect(try await temporary.store.priceSubmission(examination: kept.id, region: Sample.region()) == submission)
    }

    @Test func `the current version is the one seen last, and one that comes back alternates`() async throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        let region = try Sample.region()
        for text in ["a", "b", "b"] {
            _ = try await store.recordSighting(of: Sample.version(text), parts: [], source: .fetch, at: Sample.now)
        }
        #expect(try await store.alternates(region: region, kind: .priceList) == false)
        let changed = try await store.recordSighting(of: Sample.version("a"), parts: [], source: .fetch, at: Sample.now)
        #expect(changed == (false, true))
        let current = try await store.currentVersion(region: region, kind: .priceList)
        #expect(current?.version == (try Sample.version("a")))
        #expect(try await store.alternates(region: region, kind: .priceList))
    }

    @Test func `a released version counts, and a version with an error cannot be helped`() async throws {
        let temporary = try TemporaryStore()
        let version = try Sample.version("a")
        _ = try await temporary.store.recordSighting(of: version, parts: [], source: .submit, at: Sample.now)
        let key = Fingerprint(of: "key".utf8)
        try await temporary.store.accept(
            ExaminationRecord(
                version: version, key: key, verdict: .held, report: FindingsReport(), recordCount: 7,
                prices: try Sample.spooled(Sample.submission())), at: Sample.now)
        #expect(try await temporary.store.examination(of: version, key: key)?.verdict == .held)
        let decision = VersionDecision(
            kind: .release, version: version.fingerprint, by: "anna", reason: "kontrollerat", seen: [], at: Sample.now)
        try await temporary.store.record(decision, on: version)
        #expect(try await temporary.store.examination(of: version, key: key)?.verdict == .accepted)
        #expect(
            VersionState.verdict(examined: .held, codes: [], hasSubmission: false, decisions: [decision]) == .refused)
        #expect(
            VersionState.verdict(examined: .refused, codes: [], hasSubmission: true, decisions: [decision]) == .refused)
        #expect(
            VersionState.verdict(examined: .held, codes: ["wrong-year"], hasSubmission: true, decisions: [decision])
                == .held)
    }

    @Test(arguments: [
        "version", "version_part", "sighting", "sighting_part", "attempt", "arrival", "decision", "decision_code",
        "examination",
        "finding_total", "finding", "submission", "price_record", "plan_record", "opening_list", "opening_line",
        "price_list", "price_list_input", "arrival_attempt",
    ])
    func `the database itself refuses to change or delete what is written`(table: String) throws {
        let temporary = try TemporaryStore()
        let file = try DatabaseQueue(path: temporary.folder + "/test.sqlite")
        let triggers = try file.read { db in
            try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY name",
                arguments: [table])
        }
        #expect(triggers == ["\(table)_no_delete", "\(table)_no_update"])
    }

    @Test func `every request is tied to the version or the failure that it came to`() async throws {
        let temporary = try TemporaryStore()
        let region = try Sample.region()
        var rows: [Int64] = []
        for status in [500, 200, 404] {
            rows.append(
                try await temporary.store.record(
                    FetchAttempt(
                        region: region, kind: .priceList, url: "http://a/", startedAt: Sample.now,
                        durationMilliseconds: 1, status: status, wireBytes: 0, failure: nil, detail: nil)))
        }
        _ = try await temporary.store.recordSighting(
            of: Sample.version("a"), parts: [], source: .fetch, attempts: Array(rows[..<2]), at: Sample.now)
        try await temporary.store.recordFailure(
            region: region, kind: .priceList, code: "http-status", detail: "", attempts: [rows[2]], at: Sample.now)
        let file = try DatabaseQueue(path: temporary.folder + "/test.sqlite")
        let ends = try await file.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT status || ' ' || outcome || ' ' || (version IS NOT NULL) FROM attempt
                    JOIN arrival_attempt ON attempt = attempt.id JOIN arrival ON arrival.id = arrival
                    ORDER BY attempt.id
                    """)
        }
        #expect(ends == ["500 new-version 1", "200 new-version 1", "404 failed 0"])
    }

    @Test func `raw SQL cannot change a version`() async throws {
        let temporary = try TemporaryStore()
        _ = try await temporary.store.recordSighting(
            of: Sample.version("a"), parts: [], source: .submit, at: Sample.now)
        let file = try DatabaseQueue(path: temporary.folder + "/test.sqlite")
        for statement in ["UPDATE version SET region = 'dalarna'", "DELETE FROM version"] {
            #expect(throws: DatabaseError.self) { try file.write { try $0.execute(sql: statement) } }
        }
    }

    @Test func `an adopted list opened twice is one edition, and another file the next`() async throws {
        let temporary = try TemporaryStore()
        let key = CareServiceKey(
            region: try Sample.region(), provider: "karlstad", unit: "kirurgi", code: "LB01", typeOfCare: .outpatient,
            careLevel: .regional)
        let list = { (file: String) in
            OpeningList(
                year: try #require(Year(2022)), file: Fingerprint(of: file.utf8),
                decision: BoardDecision(reference: "SN 2021-0029 § 52", day: try #require(Day("2021-12-03"))),
                careServices: [PreviousCareService(key: key, text: "Läkarbesök", amount: Amount(ore: 311_100))])
        }
        #expect(try await temporary.store.open(try list("a"), at: Sample.now) == (1, true))
        #expect(try await temporary.store.open(try list("a"), at: Sample.now) == (1, false))
        #expect(try await temporary.store.open(try list("b"), at: Sample.now) == (2, true))
        let opened = try await temporary.store.openingList(try #require(Year(2022)))
        #expect(opened?.list.edition.number == 2)
        #expect(opened?.list.careServices.map(\.key) == [key])
    }
}
