import Federation
import Foundation
import Pricing
import Reading
import Testing

@testable import Registry

/// The loader and an independent JSON Schema validator agree on what is a price model.
struct PriceModelAgreementTests {
    /// What no schema can see, since it lies between rules, in the calendar, in the registry or in a weight list.
    private static let beyondTheSchema: Set = [
        "days-reversed", "day-outside-year", "duplicate-id", "unknown-weight-list", "no-point-price",
        "two-point-prices", "two-indices", "weights-mixed", "exception-twice", "fixed-price-twice",
        "fixed-price-excepted", "index-date-late",
        "unknown-provider", "unknown-unit", "provider-without-point-price", "unknown-group", "no-groups",
    ]

    @Test func `loader and schema agree on hundreds of mutated models`() throws {
        let full = try PriceModels.full()
        var texts = [try PriceModels.text(full)]
        for changed in Self.changes(of: full) { texts.append(try PriceModels.text(changed)) }
        for rule in [#"{ "allowed": false }"#, #"{ "allowed": true }"#, #"{ "allowed": true, "beside": "all" }"#] {
            texts.append(try PriceModels.text(PriceModels.apply(full, ("/surcharges", rule))))
        }
        #expect(texts.count >= 700)
        let verdicts = try Descriptors.schemaVerdicts(texts, schema: "price-model.schema.json")
        #expect(verdicts.first == true && verdicts.count { $0 } > 60 && verdicts.count { !$0 } > 500)
        for (text, isValid) in zip(texts, verdicts) {
            let isRead = try Self.reads(text)
            #expect(isRead == isValid, "the schema says \(isValid): \(text)")
        }
    }

    @Test func `the model with every rule loads, and so do those of the contracts`() throws {
        #expect(try PriceModels.mistake(PriceModels.text(PriceModels.full())) == nil)
        let years = try Descriptors.load(packageFolder + "/Regions").years
        let model = try #require(years.values.first { $0.model.year.number == 2023 }?.model)
        let plausibility = try #require(model.plausibility)
        #expect(plausibility.slip == Plausibility.Slip(timesMore: 10, timesLess: 100))
        #expect(plausibility.deviation?.leastRegions == 5 && plausibility.deviation?.factor.text == "5")
        #expect(plausibility.suspiciousAmounts.contains(Amount(ore: 9_999_900)))
        #expect(model.rounding.at == .eachStep && model.outliers == .careServices)
    }

    /// Whether the model has the shape that the schema asks for.
    private static func reads(_ text: String) throws -> Bool {
        let root = try JSONValue.read(bytes: Array(text.utf8))
        guard let model = try? PriceModel(root) else { return false }
        let beyond = Set(beyondTheSchema.map { "price-model-" + $0 })
        return model.validate().allSatisfy { beyond.contains($0.code) }
    }

    /// Every model that comes of one small change: a value replaced, taken away or added; of a list the first two items.
    private static func changes(of node: Any) -> [Any] {
        if let object = node as? [String: Any] {
            return [object.merging(["okänd": "x"]) { $1 }]
                + object.keys.sorted().flatMap { key -> [Any] in
                    let value = object[key] ?? NSNull()
                    let replaced = others(than: value) + changes(of: value)
                    return [object.filter { $0.key != key }] + replaced.map { object.merging([key: $0]) { $1 } }
                }
        }
        guard let array = node as? [Any], !array.isEmpty else { return [] }
        let changed = array.indices.prefix(2).flatMap { index in
            (others(than: array[index]) + changes(of: array[index])).map { value -> Any in
                var copy = array
                copy[index] = value
                return copy
            }
        }
        return changed + [[Any](), array + [array[0]]]
    }

    private static func others(than value: Any) -> [Any] {
        let types: [Any] = [NSNull(), [Any](), [String: Any](), "x", "", true, false, 1, 5, -1, 1_000_001]
        guard let text = value as? String else { return types }
        let strings = [
            " ", text + " ", text.uppercased(), "-" + text, text + text, "0", "0.00", "-5", "1.23456", "1000", "1e3",
            String(repeating: "x", count: 401), "asDeclared", "unspecified", "2022-13-40", "2023-06-30",
        ]
        return types + strings.filter { $0 != text }
    }
}
