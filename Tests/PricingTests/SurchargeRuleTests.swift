import Federation
import Testing

@testable import Pricing

/// What the committee decided of surcharges: what breaks it is told, and no quote counts it.
@Suite struct SurchargeRuleTests {
    let varmland: Region

    init() throws { varmland = try QuoteFixture.region() }

    /// The findings on surcharges of 400 kr at Karlstad, 500 kr at its psychiatry and 600 kr at Arvika; DRG prices hold at
    /// Karlstad but not for psychiatry.
    func findings(_ rule: SurchargeRule?) throws -> [String] {
        let places: [(provider: String, unit: String?, wire: String)] = [
            ("karlstad", nil, "400.00"), ("karlstad", "psykiatri", "500.00"), ("arvika", nil, "600.00"),
        ]
        let surcharges = try places.map { place in
            Surcharge(
                provider: place.provider, unit: place.unit, code: "LM", text: "Läkemedel", measure: .piece,
                amount: try Fixture.amount(place.wire), origin: Fixture.origin())
        }
        let submission = try Fixture.submission(
            of: varmland, drgTariffs: [DRGTariff(provider: "karlstad", typesOfCare: .all, origin: Fixture.origin(2))],
            drgExceptions: [
                DRGException(
                    provider: "karlstad", unit: "psykiatri", typesOfCare: .all, reason: "Psykiatri",
                    origin: Fixture.origin(3))
            ], surcharges: surcharges)
        let list = try PriceList.compute(
            Fixture.input(
                regions: [varmland], deliveries: [Fixture.delivery(submission)], model: .fixture(surcharges: rule)))
        let told = ListRulebook.inspect(list, previous: nil).filter { $0.code.hasPrefix("surcharge-") }
        #expect(told.allSatisfy { $0.evidence == .record(version: Fixture.version, origin: Fixture.origin()) })
        return told.compactMap { finding in
            guard case .line(_, .surcharge(_, let provider, let unit, _)) = finding.subject else { return nil }
            return ([finding.code, provider] + (unit.map { [$0] } ?? [])).joined(separator: " ")
        }
    }

    @Test func `a model that says nothing, or allows all, has nothing to tell`() throws {
        #expect(try findings(nil) == [])
        #expect(try findings(.allowed(leastAmount: nil, beside: .all)) == [])
    }

    @Test func `each surcharge of a year without surcharges is told`() throws {
        #expect(
            try findings(.forbidden) == [
                "surcharge-not-allowed arvika", "surcharge-not-allowed karlstad",
                "surcharge-not-allowed karlstad psykiatri",
            ])
    }

    @Test func `one below the least amount is told, one at it is not`() throws {
        let least = try Fixture.amount("500.00")
        #expect(try findings(.allowed(leastAmount: least, beside: .all)) == ["surcharge-below-least karlstad"])
    }

    @Test func `beside DRG alone, one where no DRG price holds is told`() throws {
        #expect(
            try findings(.allowed(leastAmount: nil, beside: .drg)) == [
                "surcharge-without-drg arvika", "surcharge-without-drg karlstad psykiatri",
            ])
    }

    @Test func `a least amount is above zero, and a table of others says nothing of surcharges`() throws {
        let zero = try PriceModel.fixture(surcharges: .allowed(leastAmount: Amount(ore: 0), beside: .all))
        #expect(zero.validate().map(\.path) == ["/surcharges/leastAmount"])
        let reference = try PriceModel.fixture(
            purpose: .reference, pointPrices: [.fixture(providers: .unspecified)], surcharges: .forbidden)
        #expect(reference.validate().map { "\($0.code) \($0.path)" } == ["price-model-reference-decides /surcharges"])
    }

    /// The quote of a case with two implants of 1 200 kr beside what else it is paid.
    func quote(
        _ rule: SurchargeRule?, drg: String? = "T10N", days: Int = 10, outliers: OutlierRule = .careServices
    ) throws -> Quote {
        let services = [CountedService("DAG", count: 1)]
        return try QuoteFixture.list(outliers: outliers, surcharges: rule).quote(
            QuoteFixture.careCase(
                drg: drg, days: days, careServices: services, surcharges: [CountedService("IMPLANTAT", count: 2)]),
            regions: [varmland])
    }

    func obstacle(_ quote: Quote) -> SurchargeRule.Obstacle? {
        let found = quote.reservations.compactMap { reservation -> SurchargeRule.Obstacle? in
            guard case .surchargeNotCounted("IMPLANTAT", let obstacle) = reservation else { return nil }
            return obstacle
        }
        return found.first
    }

    @Test func `a quote counts what the model allows`() throws {
        for rule in [nil, .allowed(leastAmount: try Fixture.amount("1200.00"), beside: .drg)] as [SurchargeRule?] {
            let quote = try quote(rule)
            #expect(quote.total.wire == "92848.00" && obstacle(quote) == nil)
            #expect(quote == (try self.quote(nil)))
        }
    }

    @Test func `a quote leaves out what the model does not allow, and says by which rule`() throws {
        let least = try Fixture.amount("1200.01")
        let cases: [(SurchargeRule, SurchargeRule.Obstacle, String)] = [
            (.forbidden, .forbidden, "/surcharges/allowed"),
            (.allowed(leastAmount: least, beside: .all), .belowLeast(least), "/surcharges/leastAmount"),
        ]
        for (rule, expected, path) in cases {
            let quote = try quote(rule)
            #expect(quote.total.wire == "90448.00" && quote.parts.map(\.kind) == [.drg])
            #expect(obstacle(quote) == expected)
            let step = try #require(quote.steps.last)
            #expect(step.operation == .leaveOut("IMPLANTAT", expected) && step.number == quote.steps.count)
            let paths = step.inputs.compactMap { input -> String? in
                guard case .priceModel(_, _, let path, "surcharges") = input.origin else { return nil }
                return path
            }
            #expect(paths == [path])
        }
    }

    @Test func `beside DRG alone, it counts only for a case within its limits`() throws {
        let rule = SurchargeRule.allowed(leastAmount: nil, beside: .drg)
        #expect(try obstacle(quote(rule)) == nil)
        let outlier = try quote(rule, days: 35)
        #expect(obstacle(outlier) == .notBesideDRG && outlier.total.wire == "4100.50")
        let perDay = try quote(rule, days: 35, outliers: .perDay(QuoteFixture.perDay))
        #expect(obstacle(perDay) == .notBesideDRG && perDay.outcome == .outlierPerDay(daysPast: 6))
        #expect(try obstacle(quote(rule, drg: nil)) == .notBesideDRG)
        let everywhere = SurchargeRule.allowed(leastAmount: nil, beside: .all)
        #expect(try quote(everywhere, drg: nil).total.wire == "6500.50")
    }
}
