import Federation
import Foundation
import Testing

@testable import Pricing

/// The code lists and price models of the contracts against the types that they speak of.
@Suite struct ContractFilesTests {
    func object(_ path: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(Contracts.bytes(path)))
        return try #require(value as? [String: Any])
    }

    func codes(_ name: String) throws -> [[String: Any]] {
        try #require(try object("codes/\(name).json")["codes"] as? [[String: Any]])
    }

    @Test func `every code has its Swedish and English label, and no other code has one`() throws {
        let expected: [(String, [String])] = [
            ("measures", Measure.allCases.map(\.rawValue)), ("types-of-care", TypeOfCare.allCases.map(\.rawValue)),
            ("care-levels", CareLevel.allCases.map(\.rawValue)),
            ("product-categories", ProductCategory.allCases.map(\.rawValue)),
        ]
        for (name, values) in expected {
            let entries = try codes(name)
            #expect(entries.compactMap { $0["code"] as? String } == values, "\(name)")
            #expect(entries.allSatisfy { $0["sv"] is String && $0["en"] is String }, "\(name)")
        }
    }

    @Test func `no label or alias stands for two measures`() throws {
        var owners: [String: String] = [:]
        for entry in try codes("measures") {
            let code = try #require(entry["code"] as? String)
            let names = [code, try #require(entry["sv"] as? String)] + (entry["aliases"] as? [String] ?? [])
            for name in names {
                #expect(owners.updateValue(code, forKey: name.lowercased()) ?? code == code, "\(name)")
            }
        }
    }

    @Test(arguments: ["2017", "2023"]) func `a model names its weight lists by their very bytes`(year: String) throws {
        let model = try object("price-models/\(year).json")
        let lists = try #require(model["weightLists"] as? [[String: Any]])
        #expect(!lists.isEmpty)
        for list in lists {
            let file = try #require(list["file"] as? String)
            let found = Fingerprint(of: try Contracts.bytes("weight-lists/\(file)"))
            #expect(list["sha256"] as? String == found.hex)
        }
    }
}
