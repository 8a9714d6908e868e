import Federation
import Foundation
import GRDB
import Pricing
import Testing

@testable import Storage

/// Lists that are read in, with the measures of their lines and their surcharges.
struct OpeningListTests {
    private let year: Year
    private let region: RegionSlug
    private let service: PreviousCareService

    init() throws {
        year = try #require(Year(2022))
        region = try Sample.region()
        service = PreviousCareService(
            key: CareServiceKey(
                region: region, provider: "karlstad", unit: "kirurgi", code: "LB01", typeOfCare: .outpatient,
                careLevel: .regional),
            text: "Läkarbesök", amount: Amount(ore: 311_300), measure: .doctorVisit)
    }

    /// The list of that service and of surcharges at these units.
    private func list(_ units: [String?]) throws -> OpeningList {
        OpeningList(
            year: year, file: Fingerprint(of: "list".utf8),
            decision: BoardDecision(reference: "SN 52", day: try #require(Day("2021-12-03"))),
            careServices: [service],
            surcharges: units.map { unit in
                PreviousSurcharge(
                    region: region, provider: "karlstad", unit: unit, code: "HJM-1", text: "Protes", measure: .piece,
                    amount: Amount(ore: 198_000))
            })
    }

    @Test func `an adopted list is kept with its measures and surcharges`() async throws {
        let temporary = try TemporaryStore()
        let list = try list([nil, "kirurgi"])
        #expect(try await temporary.store.open(list, at: Sample.now) == (1, true))
        #expect(try await temporary.store.open(list, at: Sample.now) == (1, false))
        let kept = try #require(try await temporary.store.openingList(year)).list
        #expect(kept.careServices == list.careServices)
        #expect(Set(kept.otherLines) == Set(list.surcharges.map { ListedLine($0) }))
        #expect(kept.knownSections == [.careService, .surcharge])
    }

    @Test func `a list read in before keeps its prices, and the same file is read in anew for the rest`() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let again = try list([nil])
        do {
            let file = try DatabaseQueue(path: folder + "/test.sqlite")
            try Schema.migrator.migrate(file, upTo: "14 keys given up")
            let (sum, line, slug) = (again.file.hex, service.id.signedDigits, region.text)
            try await file.write { db in
                try db.execute(
                    sql: "INSERT INTO opening_list VALUES (1, 2022, 1, ?, 'SN 52', '2021-12-03', 1)", arguments: [sum])
                try db.execute(
                    sql: """
                        INSERT INTO opening_line VALUES
                        (1, ?, ?, 'karlstad', 'kirurgi', 'LB01', '01', '\(CareLevel.regional.rawValue)', 'Läkarbesök',
                        311300, 7, 1, 90, 80)
                        """, arguments: [line, slug])
            }
        }
        let store = try Store(path: folder + "/test.sqlite")
        let old = try #require(try await store.openingList(year)).list
        #expect(old.careServices.map(\.amount) == [service.amount] && old.careServices.map(\.measure) == [nil])
        #expect(old.careServices.first?.id == service.id && old.careServices.first?.origin?.line == 7)
        #expect(old.otherLines.isEmpty && old.knownSections == [.careService])
        #expect(try await store.open(again, at: Sample.now) == (2, true))
        #expect(try await store.open(again, at: Sample.now) == (2, false))
        #expect(try await store.openingList(year)?.list.knownSections == [.careService, .surcharge])
        #expect(try await store.openingList(year, number: 1) == old)
    }
}
