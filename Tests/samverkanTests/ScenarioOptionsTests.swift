import Federation
import Pricing
import Testing

@testable import samverkan

@Suite struct ScenarioOptionsTests {
    private func changes(_ words: [String]) throws -> [ScenarioChange] { try ScenarioOptions.parse(words).read() }

    @Test func `a point price is read with comma or point, and blanks between thousands`() throws {
        let wanted = ScenarioChange.pointPrice(id: "region", amount: Amount(ore: 7_600_050))
        for text in ["region=76000,50", "region=76000.50", "region=76 000,5"] {
            #expect(try changes(["--point-price", text]) == [wanted])
        }
    }

    @Test func `an index is that of all care, or one that is named`() throws {
        #expect(
            try changes(["--index", "3,1", "--index", "barn=2.5"]) == [
                .indexPercent(ExactDecimal(units: 31, scale: 1)),
                .indexPercent(ExactDecimal(units: 25, scale: 1), of: "barn"),
            ])
    }

    @Test func `limits are read, and a dash is no limit`() throws {
        #expect(
            try changes(["--limits", "T10N/02=200000/35", "--limits", "T11N/02=-/-"]) == [
                .limits(drg: "T10N", typeOfCare: .inpatient, costLimit: Amount(ore: 20_000_000), daysLimit: 35),
                .limits(drg: "T11N", typeOfCare: .inpatient, costLimit: nil, daysLimit: nil),
            ])
    }

    @Test(arguments: [
        ("careServices", OutlierRule.careServices),
        ("careServices,noCostLimit", OutlierRule(.careServices, costLimit: false)),
        ("perDay=2500,50", OutlierRule(.perDay(Amount(ore: 250_050)), costLimit: false)),
        ("perDay=2500,costLimit", OutlierRule(.perDay(Amount(ore: 250_000)), costLimit: true)),
    ])
    func `a rule for outliers is read with what it says of the cost limit`(text: String, rule: OutlierRule) throws {
        #expect(try changes(["--outliers", text]) == [.outliers(rule)])
    }

    @Test func `a rounding is read, each step where it does not say`() throws {
        let change = try changes(["--rounding", "öre,halfEven"])
        #expect(
            change == [
                .rounding(Rounding(id: "scenario-ore-halfEven-eachStep", unit: .ore, mode: .halfEven, at: .eachStep))
            ])
    }
}

@Suite struct QuoteRequestTests {
    private let validity: ClosedRange<Day>

    init() throws {
        validity = try #require(Day("2023-01-01"))...#require(Day("2023-12-31"))
    }

    private func day(_ today: String) throws -> CareCase.Time {
        try QuoteRequest(provider: "x").time(within: validity, today: try #require(Day(today))).0
    }

    @Test func `without a day it is today, or the nearest day that the list holds`() throws {
        #expect(try day("2023-06-06") == .day(try #require(Day("2023-06-06"))))
        #expect(try day("2022-11-15") == .day(validity.lowerBound))
        #expect(try day("2025-01-01") == .day(validity.upperBound))
    }

    @Test func `a stay needs both its days, and no other`() throws {
        var request = QuoteRequest(provider: "x", admission: "2023-01-02", discharge: "2023-01-05")
        #expect(
            try request.time(within: validity, today: validity.lowerBound).0
                == .stay(admission: try #require(Day("2023-01-02")), discharge: try #require(Day("2023-01-05"))))
        request.date = "2023-01-03"
        #expect(throws: (any Error).self) { try request.time(within: validity, today: validity.lowerBound) }
    }

    @Test func `a code alone is one of it`() throws {
        #expect(try QuoteRequest.counted("K1", "--care-service") == CountedService("K1", count: 1))
        #expect(try QuoteRequest.counted("K1=12", "--care-service") == CountedService("K1", count: 12))
        for text in ["=3", "K1=", "K1=x", "K1=1=2"] {
            #expect(throws: (any Error).self) { try QuoteRequest.counted(text, "--care-service") }
        }
    }

    @Test func `a hospital that two regions have is asked for with the region`() throws {
        let regions = try ["aland", "bland"].map { slug in
            Region(
                slug: try #require(RegionSlug(slug)), name: slug, countyCode: "01",
                organisationNumber: try #require(OrganisationNumber("232100-0156")),
                hospitals: [Hospital(id: "lasarett", name: "Lasarettet", hsaID: nil, units: [])])
        }
        #expect(throws: (any Error).self) { try QuoteRequest(provider: "lasarett").hospital(among: regions) }
        #expect(try QuoteRequest(provider: "bland/lasarett").hospital(among: regions).region == regions[1].slug)
        #expect(try QuoteRequest(provider: "lasarett").hospital(among: [regions[0]]).region == regions[0].slug)
    }
}
