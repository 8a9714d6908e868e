import Federation
import Foundation
import Testing

@testable import Pricing

@Suite struct PublishedTableTests {
    /// The published prices of psychiatric inpatient care 2017, Gotland's column.
    static let published: [(drg: String, price: String, costLimit: String?, daysLimit: Int)] = [
        ("T01N", "90052.00", nil, 29), ("T10N", "56109.00", "193861.00", 29), ("T11N", "69186.00", "230130.00", 29),
        ("T12N", "52167.00", "176656.00", 27), ("T13N", "71550.00", "241890.00", 29),
        ("T15N", "41317.00", "140019.00", 22), ("T16N", "33526.00", "111515.00", 16),
        ("T17N", "30002.00", "97431.00", 14), ("T18N", "38766.00", "130189.00", 20),
        ("T20N", "32599.00", "109172.00", 17), ("T25C", "63065.00", "207898.00", 29),
        ("T25E", "53698.00", "186050.00", 29),
    ]

    @Test func `the twelve published prices of 2017 come out to the krona`() throws {
        let list = try Contracts.list2017()
        #expect(list.drg.map(\.group.drg) == Self.published.map(\.drg))
        #expect(list.drg.map(\.amount.wire) == Self.published.map(\.price))
        #expect(list.drg.map { $0.group.costLimit?.wire } == Self.published.map(\.costLimit))
        #expect(list.drg.map(\.group.daysLimit) == Self.published.map(\.daysLimit))
    }

    @Test func `a reference table has DRG lines alone, misses nothing and is marked`() throws {
        let list = try Contracts.list2017()
        #expect(list.isComplete && list.applicability.isEmpty && list.completeness.isEmpty)
        #expect(list.header.marks == [.reference])
        #expect(list.header.model.priceListCode == "3")
        #expect(list.drg.allSatisfy { $0.productCategory == .drgNordDRG })
    }

    @Test func `weights keep their decimals as delivered`() throws {
        #expect(try Contracts.list2017().drg.map(\.weight.text).prefix(2) == ["1.942", "1.210"])
    }

    @Test func `the list of 2023 weights is sound, says it is synthetic and fits its fingerprint`() throws {
        let bytes = try Contracts.bytes("weight-lists/synthetic-2023-clinic.csv")
        let list = try WeightList.read(
            id: "synthetic-2023-clinic", fingerprint: Fingerprint(of: bytes), rows: Contracts.rows(bytes))
        #expect((850...1000).contains(list.weights.count))
        #expect(list.weights.allSatisfy { $0.text.hasPrefix("Syntetisk") && $0.weight != nil })
        #expect(list.weights.contains { $0.mdc == "19" && $0.drg.hasPrefix("T") })
        let model = String(decoding: try Contracts.bytes("price-models/2023.json"), as: UTF8.self)
        #expect(model.contains(list.fingerprint.hex) && model.contains("\"synthetic\": true"))
    }
}

/// The files of the contracts, as they lie in the project.
enum Contracts {
    static func bytes(_ path: String) throws -> [UInt8] {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: root.appending(path: "Contracts/\(path)")))
    }

    /// Rows of a file without quotes.
    static func rows(_ bytes: [UInt8]) -> [WeightList.Row] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").enumerated().map { index, line in
            (index + 1, line.split(separator: ";", omittingEmptySubsequences: false).map(String.init))
        }
    }

    /// The reference table of 2017.
    static func list2017() throws -> PriceList {
        let bytes = try bytes("weight-lists/psykiatri-klinik-2017.csv")
        let id = "psykiatri-klinik-2017"
        let weights = try WeightList.read(id: id, fingerprint: Fingerprint(of: bytes), rows: rows(bytes))
        let model = PriceModel(
            year: try #require(Year(2017)), purpose: .reference, priceListCode: "3",
            validFrom: try Fixture.day("2017-01-01"), validTo: try Fixture.day("2017-12-31"),
            pointPrices: [
                try .fixture(amount: "46371.00", weightList: id, typesOfCare: .inpatient, providers: .unspecified)
            ],
            weightLists: [
                WeightListReference(id: id, file: "\(id).csv", kind: .clinic, sha256: weights.fingerprint)
            ],
            rounding: Rounding(id: "whole-krona-half-away-1", unit: .krona, mode: .halfAwayFromZero))
        return try PriceList.compute(
            PriceListInput(model: model, modelFingerprint: Fixture.modelFingerprint, weightLists: [weights]))
    }
}
