import Federation
import Foundation
import Pricing
import Reading
import Testing

@testable import Registry

/// Price models to try the loader with: that of 2023, with every rule that a model can have.
enum PriceModels {
    /// What is changed: a JSON Pointer and the new value as JSON; nil takes the member away.
    typealias Change = (place: String, value: String?)

    /// The rules that 2023 does not use: two weight lists, named point prices, exceptions, fixed prices, days.
    private static let everyRule: [Change] = [
        ("/weightLists", #"[\#(list("clinic")), \#(list("other"))]"#),
        (
            "/pointPrices",
            #"""
            [{ "id": "region", "amount": "74750.00", "weightList": "clinic", "typesOfCare": ["01", "02"],
               "providers": "asDeclared" },
             { "id": "university", "amount": "75000.00", "weightList": "other", "typesOfCare": ["02"],
               "providers": [{ "region": "orebro", "provider": "uso" },
                             { "region": "uppsala", "provider": "akademiska" }] }]
            """#
        ),
        (
            "/exceptions",
            #"""
            [{ "region": "orebro", "provider": "uso", "unit": "hud", "typesOfCare": ["01"], "reason": "Beslut" },
             { "region": "varmland", "provider": "torsby", "typesOfCare": ["01", "02"], "reason": "Beslut" }]
            """#
        ),
        (
            "/fixedPrices",
            #"""
            [{ "drg": "A01N", "typeOfCare": "02", "providers": "asDeclared", "amount": "50000.00", "reason": "Avtal" },
             { "drg": "A01N", "typeOfCare": "02", "providers": [{ "region": "orebro", "provider": "uso" }],
               "amount": "60000.00", "reason": "Avtal" }]
            """#
        ),
        ("/surcharges", #"{ "allowed": true, "leastAmount": "500.00", "beside": "drg" }"#),
        ("/outliers", #"{ "rule": "perDay", "amount": "9300.00", "costLimit": true }"#),
        ("/indexation/date", #""2022-10-31""#),
        (
            "/indexation/others",
            #"""
            [{ "id": "barn", "name": "LPIK barn", "percent": "3.1", "source": "SKR", "date": "2022-10-31",
               "providers": [{ "region": "orebro", "provider": "uso" }], "typeOfCare": "01",
               "medicalFieldCodes": ["201"] },
             { "id": "akademiska", "name": "AKI", "percent": "-1", "source": "SCB",
               "providers": [{ "region": "uppsala", "provider": "akademiska" }] }]
            """#
        ),
    ]

    private static func list(_ id: String) -> String {
        #"{ "id": "\#(id)", "file": "synthetic-2023-clinic.csv", "kind": "clinic", "sha256": "\#(sha256)" }"#
    }

    private static let sha256 = "cc74a3cb8c7fcecfc8a0961b690d7cb7a1421a49ea34b7af5fd1d0de3d6e6e81"

    /// The model with every rule as a JSON value.
    static func full() throws -> Any {
        let file = packageFolder + "/Contracts/price-models/2023.json"
        let plain = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))
        return try everyRule.reduce(plain, apply)
    }

    static func apply(_ root: Any, _ change: Change) throws -> Any {
        let steps = change.place.split(separator: "/").map(String.init)
        let value = try change.value.map {
            try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
        }
        return Descriptors.change(root, steps[...], to: value)
    }

    static func text(_ root: Any) throws -> String {
        let data = try JSONSerialization.data(withJSONObject: root, options: [.sortedKeys, .prettyPrinted])
        return String(decoding: data, as: UTF8.self)
    }

    /// The seven regions, read once.
    private static let regions = Result { try Descriptors.load(packageFolder + "/Regions").regions.map(\.region) }

    /// Loads a model as the premises do; the mistake, or nil.
    static func mistake(_ text: String) throws -> PremisesError? {
        let path = FileManager.default.temporaryDirectory.path + "/model-" + UUID().uuidString + ".json"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(filePath: path))
        let reader = PriceModelReader(
            file: try SourceFile(path), weightListFolder: packageFolder + "/Contracts/weight-lists",
            regions: try regions.get())
        do throws(PremisesError) {
            _ = try reader.read()
            return nil
        } catch { return error }
    }
}
