import Federation
import Testing

@testable import Pricing

@Suite struct QuoteTests {
    func quote(_ list: PriceList, _ careCase: CareCase) throws -> Quote {
        try list.quote(careCase, regions: [QuoteFixture.region()])
    }

    func operations(_ quote: Quote) -> [String] { quote.steps.map(\.operation.code) }

    @Test func `a case within its limits is paid by the DRG price of the list`() throws {
        let list = try QuoteFixture.list()
        let quote = try quote(list, QuoteFixture.careCase())
        #expect(quote.outcome == .inlier && quote.total.wire == "90448.00")
        #expect(quote.drgPrice?.line == list.drg.first?.id && quote.drgPrice?.pointPrice == "region")
        #expect(quote.limits.map(\.outcome) == [.within, .within])
        #expect(quote.steps == list.explain(try #require(list.drg.first)).steps)
        #expect(quote.reservations == [] && quote.marks == list.header.marks)
    }

    @Test func `a limit is passed strictly: at the limit a case is an inlier`() throws {
        let list = try QuoteFixture.list()
        let services = [CountedService("DAG", count: 35)]
        let at = try quote(list, QuoteFixture.careCase(days: 29, cost: "193861.00", careServices: services))
        #expect(at.outcome == .inlier && at.reservations == [.careServicesNotUsed])
        let byDays = try quote(list, QuoteFixture.careCase(days: 30, careServices: services))
        #expect(byDays.outcome == .outlierByCareServices([.days]))
        #expect(byDays.limits.map(\.excess) == [0, 1])
        let byCost = try quote(list, QuoteFixture.careCase(cost: "193861.01", careServices: services))
        #expect(byCost.outcome == .outlierByCareServices([.cost]) && byCost.limits.map(\.excess) == [1, 0])
    }

    @Test func `an outlier is paid by the care services given, each with its steps`() throws {
        let list = try QuoteFixture.list()
        let given = [CountedService("DAG", count: 35), CountedService("OP", count: 2)]
        let quote = try quote(list, QuoteFixture.careCase(days: 35, cost: "250000.00", careServices: given))
        #expect(quote.outcome == .outlierByCareServices([.cost, .days]))
        // 35 × 4 100.50 = 143 517.50, the number times the price and never rounded; 10 001 × 1.028 = 10 281.028, in the
        // list 10 281.
        #expect(quote.parts.map(\.amount.text) == ["143517.50", "20562.00"] && quote.total.wire == "164079.50")
        #expect(
            operations(quote) == [
                "as-delivered", "count-times-price", "last-year-raised", "rounded", "count-times-price", "sum",
            ])
        #expect(quote.steps.map(\.number) == Array(1...6))
    }

    @Test func `rounding at the end changes no number of services and no price of the list`() throws {
        let end = Rounding(id: "r", unit: .krona, mode: .halfAwayFromZero, at: .end)
        let list = try QuoteFixture.list(rounding: end)
        let given = [CountedService("DAG", count: 35), CountedService("OP", count: 2)]
        let outlier = try quote(list, QuoteFixture.careCase(days: 35, careServices: given))
        // 143 517.50 + 2 × 10 281 by the list, whatever stood before its rounding.
        #expect(outlier.total.wire == "164079.50" && outlier.parts.map(\.amount.text) == ["143517.50", "20562.00"])
        #expect(operations(outlier).last == "sum" && operations(outlier).count { $0 == "rounded" } == 1)
        let inlier = try quote(list, QuoteFixture.careCase())
        #expect(inlier.total.wire == "90448.00")
        #expect(inlier.steps == list.explain(try #require(list.drg.first)).steps)
    }

    @Test func `an outlier by the day is paid the DRG price and an amount for each day past the limit`() throws {
        let model = OutlierRule.perDay(QuoteFixture.perDay)
        let step = try quote(QuoteFixture.list(outliers: model), QuoteFixture.careCase(days: 32, cost: "999999.00"))
        #expect(step.outcome == .outlierPerDay(daysPast: 3))
        // 90 447.50 becomes 90 448; 3 × 2 500.50 = 7 501.50 becomes 7 502.
        #expect(step.total.wire == "97950.00" && step.limits.map(\.outcome) == [.withoutEffect, .passed])
        let end = Rounding(id: "r", unit: .krona, mode: .halfAwayFromZero, at: .end)
        let last = try quote(
            QuoteFixture.list(rounding: end, outliers: model), QuoteFixture.careCase(days: 32, cost: "999999.00"))
        #expect(last.total.wire == "97949.00")
        #expect(operations(last) == ["weight-times-point-price", "days-times-amount", "sum", "rounded"])
    }

    @Test func `the cost limit counts beside days only where the model says so`() throws {
        let given = [CountedService("DAG", count: 1)]
        let careCase = try QuoteFixture.careCase(days: 32, cost: "999999.00", careServices: given)
        let both = try quote(
            QuoteFixture.list(outliers: OutlierRule(.perDay(QuoteFixture.perDay), costLimit: true)), careCase)
        #expect(both.outcome == .outlierByCareServices([.cost, .days]))
        let days = try quote(
            QuoteFixture.list(outliers: OutlierRule(.careServices, costLimit: false)),
            QuoteFixture.careCase(cost: "999999.00"))
        #expect(days.outcome == .inlier && days.limits.first?.outcome == .withoutEffect)
    }

    @Test func `what a case does not say is told, and an absent limit does not limit`() throws {
        let silent = try quote(QuoteFixture.list(), QuoteFixture.careCase(unit: nil, days: nil, cost: nil))
        #expect(
            silent.reservations == [
                .unitNotGiven(excepted: ["psykiatri"]), .limitNotJudged(.cost), .limitNotJudged(.days),
            ])
        let unlimited = try quote(QuoteFixture.list(costLimit: nil), QuoteFixture.careCase(cost: "999999999.00"))
        #expect(unlimited.outcome == .inlier && unlimited.limits.first?.outcome == .noLimit)
    }

    @Test func `fixed prices go before weight times point price: a region's own, or the committee's`() throws {
        let own = DRGFixedPrice(
            provider: "karlstad", drg: "T10N", typeOfCare: .inpatient, amount: try Fixture.amount("50000.50"),
            reason: "Avtal", origin: Fixture.origin(9))
        let byRegion = try quote(QuoteFixture.list(fixed: [own]), QuoteFixture.careCase())
        #expect(byRegion.total.wire == "50000.50" && operations(byRegion) == ["as-delivered"])
        let rule = DecidedFixedPrice(
            drg: "T10N", typeOfCare: .inpatient, providers: .asDeclared, amount: try Fixture.amount("60000.00"),
            reason: "Beslut")
        let byCommittee = try quote(QuoteFixture.list(fixedPrices: [rule]), QuoteFixture.careCase())
        #expect(byCommittee.total.wire == "60000.00" && operations(byCommittee) == ["as-decided"])
        let both = try QuoteFixture.list(fixed: [own], fixedPrices: [rule])
        #expect(try quote(both, QuoteFixture.careCase()).total.wire == "50000.50")
    }

    @Test func `a surcharge that the list has for another unit is counted and told`() throws {
        let list = try QuoteFixture.list()
        let asked = [CountedService("PROTES", count: 1)]
        let other = try quote(list, QuoteFixture.careCase(surcharges: asked))
        #expect(other.total.wire == "91348.00")
        #expect(other.reservations == [.surchargeOfOtherUnit(code: "PROTES", unit: "hand")])
        let own = try quote(list, QuoteFixture.careCase(unit: "hand", surcharges: asked))
        #expect(own.total == other.total && own.reservations.isEmpty)
    }

    @Test func `surcharges come on top, and services are found by line id or code, the unit's own first`() throws {
        let list = try QuoteFixture.list()
        let implants = [CountedService("IMPLANTAT", count: 2)]
        #expect(try quote(list, QuoteFixture.careCase(surcharges: implants)).total.wire == "92848.00")
        let psychiatry = try QuoteFixture.careCase(
            unit: "psykiatri", drg: nil, careServices: [CountedService("DAG", count: 1)])
        #expect(try quote(list, psychiatry).total.wire == "3000.00")
        let line = try #require(list.careServices.first { $0.service.unit == "psykiatri" })
        let byID = try QuoteFixture.careCase(
            unit: nil, drg: nil, careServices: [CountedService(line.id.description, count: 3)])
        let quote = try quote(list, byID)
        #expect(quote.total.wire == "9000.00" && quote.outcome == .careServices && quote.limits.isEmpty)
    }

    @Test func `the model's price date picks the day of a stay`() throws {
        let stay = CareCase.Time.stay(
            admission: try Fixture.day("2022-12-28"), discharge: try Fixture.day("2023-01-05"))
        let careCase = try QuoteFixture.careCase(time: stay, days: 9)
        #expect(careCase.time.priceDay(by: .admission) == Day("2022-12-28"))
        #expect(try quote(QuoteFixture.list(), careCase).priceDay == Day("2023-01-05"))
    }
}
