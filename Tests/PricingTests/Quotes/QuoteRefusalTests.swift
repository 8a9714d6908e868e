import Federation
import Testing

@testable import Pricing

@Suite struct QuoteRefusalTests {
    func refusal(_ careCase: CareCase, _ list: PriceList? = nil) throws -> QuoteRefusal? {
        try QuoteFixture.refusal(try list ?? QuoteFixture.list(), careCase)
    }

    @Test func `an unknown hospital, unit, group or service is refused by its name`() throws {
        let slug = try Fixture.slug("varmland")
        #expect(
            try refusal(QuoteFixture.careCase(provider: "falun")) == .unknownProvider(region: slug, provider: "falun"))
        #expect(
            try refusal(QuoteFixture.careCase(unit: "hnd")) == .unknownUnit(provider: "karlstad", unit: "hnd"))
        #expect(
            try refusal(QuoteFixture.careCase(drg: "T11N")) == .unknownGroup(drg: "T11N", typeOfCare: .inpatient))
        let unheard = [CountedService("XYZ", count: 1)]
        let unknown = QuoteRefusal.unknownService(reference: "XYZ", provider: "karlstad")
        #expect(try refusal(QuoteFixture.careCase(drg: nil, careServices: unheard)) == unknown)
        #expect(try refusal(QuoteFixture.careCase(surcharges: unheard)) == unknown)
    }

    @Test func `DRG does not hold where it is not declared, nor at an excepted unit or hospital`() throws {
        #expect(
            try refusal(QuoteFixture.careCase(typeOfCare: .outpatient))
                == .drgNotDeclared(provider: "karlstad", typeOfCare: .outpatient))
        #expect(
            try refusal(QuoteFixture.careCase(unit: "psykiatri"))
                == .drgExcepted(provider: "karlstad", unit: "psykiatri", typeOfCare: .inpatient, reason: "Psykiatri"))
        let karlstad = ProviderReference(region: try Fixture.slug("varmland"), provider: "karlstad")
        for unit in ["hand", nil] {
            let decided = DecidedException(
                provider: karlstad, unit: unit, typesOfCare: .inpatient, reason: "Beslut")
            let list = try QuoteFixture.list(exceptions: [decided])
            #expect(
                try refusal(QuoteFixture.careCase(unit: "hand"), list)
                    == .drgExcepted(provider: "karlstad", unit: unit, typeOfCare: .inpatient, reason: "Beslut"))
            #expect((try refusal(QuoteFixture.careCase(unit: "kirurgi"), list) == nil) == (unit != nil))
        }
    }

    @Test func `a case that care services pay must name some`() throws {
        #expect(try refusal(QuoteFixture.careCase(drg: nil)) == .careServicesNeeded(passed: []))
        #expect(try refusal(QuoteFixture.careCase(days: 30)) == .careServicesNeeded(passed: [.days]))
    }

    @Test func `a code of several units is ambiguous until the unit or the line is named`() throws {
        let given = [CountedService("DAG", count: 1)]
        let list = try QuoteFixture.list()
        let lines = list.careServices.filter { $0.service.code == "DAG" }.map(\.id)
        #expect(
            try refusal(QuoteFixture.careCase(unit: nil, drg: nil, careServices: given), list)
                == .ambiguousService(reference: "DAG", lines: lines))
    }

    @Test func `days outside the list's validity or in the wrong order are refused`() throws {
        let after = CareCase.Time.day(try Fixture.day("2024-01-01"))
        #expect(try refusal(QuoteFixture.careCase(time: after))?.code == "quote-outside-validity")
        let reversed = CareCase.Time.stay(
            admission: try Fixture.day("2023-03-02"), discharge: try Fixture.day("2023-03-01"))
        #expect(try refusal(QuoteFixture.careCase(time: reversed))?.code == "quote-days-reversed")
        let leap = CareCase.Time.stay(
            admission: try Fixture.day("2020-02-28"), discharge: try Fixture.day("2020-03-01"))
        #expect(try refusal(QuoteFixture.careCase(time: leap, days: 4)) == .daysBeyondStay(days: 4, stay: 3))
    }

    @Test func `negative and immense numbers are refused, and so are too many services`() throws {
        #expect(try refusal(QuoteFixture.careCase(days: -1))?.arguments["least"] == "0")
        #expect(try refusal(QuoteFixture.careCase(cost: "-0.01"))?.arguments["field"] == "cost")
        #expect(try refusal(QuoteFixture.careCase(cost: "1000000000000.01"))?.code == "quote-number-outside")
        for count in [0, -1, 100_001] {
            let given = [CountedService("DAG", count: count)]
            #expect(try refusal(QuoteFixture.careCase(careServices: given))?.arguments["value"] == "\(count)")
        }
        let many = Array(repeating: CountedService("DAG", count: 1), count: 1_001)
        #expect(try refusal(QuoteFixture.careCase(careServices: many)) == .tooManyServices(count: 1_001, most: 1_000))
    }

    @Test func `a total too large for 64 bits of öre is refused, not wrapped`() throws {
        let dear = Fixture.service(
            "DEAR", price: .amount(try Fixture.amount("92233720368547758.07")), typeOfCare: .inpatient)
        let list = try QuoteFixture.list(services: [dear])
        let careCase = try QuoteFixture.careCase(drg: nil, careServices: [CountedService("DEAR", count: 100_000)])
        #expect(try refusal(careCase, list) == .amountTooLarge)
    }

    @Test func `a reference table prices no cases`() throws {
        let model = try PriceModel.fixture(
            purpose: .reference, pointPrices: [.fixture(providers: .unspecified)])
        let list = try PriceList.compute(Fixture.input(regions: [], deliveries: [], model: model))
        #expect(try refusal(QuoteFixture.careCase(), list) == .referenceList)
    }
}
