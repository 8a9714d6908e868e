import Federation
import Testing

@testable import Pricing

@Suite struct FaultTextTests {
    static let modelCodes = [
        "unknown-code", "days-reversed", "day-outside-year", "not-positive", "empty", "providers-unfit",
        "unknown-weight-list", "duplicate-id", "not-a-file-name", "no-point-price", "two-point-prices",
        "weights-mixed", "rule-absent", "percent-unfit", "provider-twice", "unknown-provider", "unknown-unit",
        "provider-without-point-price", "exception-twice", "reference-decides", "fixed-price-twice",
        "fixed-price-excepted", "no-groups", "unknown-group", "times-unfit", "too-few-regions", "amount-twice",
        "index-of-all", "two-indices", "unknown-medical-field", "index-date-late",
    ].map { "price-model-" + $0 }
    static let weightCodes = [
        "headings", "fields", "not-a-group", "not-a-weight", "not-a-limit", "unknown-type-of-care", "group-twice",
    ].map { "weight-list-" + $0 }

    @Test(arguments: Language.allCases) func `every fault has a sentence of its own`(language: Language) {
        let models = Self.modelCodes.map { PriceModelFault(code: $0, path: "", arguments: [:]).text(language) }
        let weights = Self.weightCodes.map {
            WeightListFault(code: $0, line: 1, column: nil, value: "x").text(language)
        }
        #expect(Set(models + weights).count == Self.modelCodes.count + Self.weightCodes.count)
        #expect((models + weights).allSatisfy { $0.hasSuffix(".") })
    }

    @Test func `a sentence names what was found and what to write`() throws {
        let fault = try #require(PriceModel.fixture(validFrom: "2023-12-31", validTo: "2023-01-01").validate().first)
        #expect(fault.text(.swedish) == "2023-01-01 kommer före 2023-12-31. Byt ordning på dagarna.")
        let weight = WeightListFault(code: "weight-list-not-a-weight", line: 2, column: "Vikt", value: "1.2")
        #expect(weight.text(.swedish).hasPrefix("”1.2” är ingen vikt. Skriv med decimalkomma"))
    }

    @Test func `a rule that stands twice is told by its hospital, or by all`() {
        let text = { (code: String, provider: String?, language: Language) in
            let told = ["value": "T10N", "typeOfCare": "02"].merging(provider.map { ["provider": $0] } ?? [:]) { $1 }
            return PriceModelFault(code, "", told).text(language)
        }
        let twice = "price-model-fixed-price-twice"
        #expect(
            text(twice, "orebro/uso", .swedish)
                == "T10N, vårdform 02, har redan ett fast pris vid orebro/uso. Ange ett.")
        #expect(
            text(twice, "orebro/uso", .english)
                == "T10N, kind of care 02, already has a fixed price at orebro/uso. Give one.")
        #expect(
            text(twice, nil, .swedish)
                == "T10N, vårdform 02, har redan ett fast pris för alla sjukhus som anmält DRG-priser. Ange ett.")
        #expect(
            text(twice, nil, .english)
                == "T10N, kind of care 02, already has a fixed price for all hospitals that declare DRG prices. Give one."
        )
        let whole = PriceModelFault("price-model-exception-twice", "", ["provider": "orebro/uso", "value": ""])
        #expect(whole.text(.swedish) == "Ett annat undantag täcker redan orebro/uso. Ta bort det ena.")
    }

    @Test(arguments: Language.allCases) func `every refusal of a list has a sentence of its own`(
        language: Language
    ) throws {
        let slug = try Fixture.slug("varmland")
        let id = LineID(.drg, key: ["x"])
        let errors: [PriceListError] = [
            .modelFaults(try PriceModel.fixture(priceListCode: "7").validate()), .weightListAbsent(id: "w"),
            .weightListDiffers(id: "w", expected: Fixture.version, found: Fixture.version),
            .referenceTakesNoSubmissions, .deliveryUnexpected(region: slug), .submissionUnfit(region: slug),
            .previousYearWrong(try #require(Year(2021))),
            .pointPriceAbsent(ProviderReference(region: slug, provider: "a"), .inpatient),
            .lineTwice(id, key: ["a"]),
            .lineIDCollision(id, keys: [["a"], ["b"]]), .amountTooLarge(id),
        ]
        let texts = errors.map { $0.text(language) }
        #expect(Set(texts).count == errors.count && texts.allSatisfy { $0.hasSuffix(".") })
    }
}
