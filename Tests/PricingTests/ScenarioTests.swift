import Federation
import Testing

@testable import Pricing

/// A what-if is the whole list by other rules, beside the proposal, and nothing that can be adopted.
@Suite struct ScenarioTests {
    let varmland: Region

    init() throws { varmland = try Fixture.varmland() }

    func input() throws -> PriceListInput {
        let own = Fixture.service("KIR01", price: .amount(try Fixture.amount("2590.55")))
        let wish = Fixture.service("KIR02", price: .asLastYear)
        let tariff = DRGTariff(provider: "karlstad", typesOfCare: .all, origin: Fixture.origin())
        let fixed = DRGFixedPrice(
            provider: "karlstad", drg: "T11N", typeOfCare: .inpatient, amount: Amount(ore: 5_000_000), reason: "Avtal",
            origin: Fixture.origin())
        let submission = try Fixture.submission(
            of: varmland, careServices: [own, wish], drgTariffs: [tariff], drgFixedPrices: [fixed])
        return try Fixture.input(
            regions: [varmland], deliveries: [Fixture.delivery(submission)],
            previous: Fixture.previous([Fixture.lastYear(wish, in: varmland, "1033.00")]),
            groups: [Fixture.group("T10N", weight: "1.210"), Fixture.group("T11N", weight: "1.5", line: 3)])
    }

    func compute(_ changes: ScenarioChange..., volumes: [VolumeRow]? = nil) throws -> PriceScenario {
        let input = try input()
        let list = try PriceList.compute(input)
        return try PriceScenario.compute(
            input, name: "Prov", changes: changes,
            volumes: volumes.map { Volumes.of($0, in: list, regions: input.regions).volumes })
    }

    func amounts(_ scenario: PriceScenario) -> [String] {
        scenario.lines.map { "\($0.line.key.code) \($0.proposed?.wire ?? "–") \($0.scenario?.wire ?? "–")" }
    }

    @Test func `another point price recomputes every DRG line and nothing else`() throws {
        let told = try compute(.pointPrice(id: "region", amount: try Fixture.amount("80000.00")))
        #expect(
            amounts(told) == [
                "T10N 90448.00 96800.00", "T11N 112125.00 120000.00", "T11N 50000.00 50000.00",
                "KIR01 2590.55 2590.55", "KIR02 1062.00 1062.00",
            ])
        #expect(told.difference.changed.map(\.later.key.code) == ["T11N", "T10N"])
        #expect(told.difference.total.identical == 3)
        #expect(told.model.pointPrices.first?.amount.wire == "80000.00")
        #expect(told.proposal.model.pointPrices.first?.amount.wire == "74750.00")
        #expect(told.banner(.swedish) == "SCENARIO, kan inte antas: Prov")
    }

    @Test func `another index raises last year's prices by it`() throws {
        let told = try compute(.indexPercent(try Fixture.decimal("10")))
        #expect(told.difference.changed.map(\.later.amount.wire) == ["1136.00"])
    }

    @Test func `another rounding is carried out by the rule`() throws {
        let told = try compute(.rounding(Rounding(id: "ore-half-even-1", unit: .ore, mode: .halfEven)))
        #expect(amounts(told).contains("T10N 90448.00 90447.50"))
        #expect(amounts(told).contains("KIR02 1062.00 1061.92"))
    }

    @Test func `other weights may give a group no price, and say so`() throws {
        let weights = WeightList(
            id: "any", fingerprint: Fingerprint(of: "other".utf8),
            weights: try [
                Fixture.group("T10N", weight: "2.0"), Fixture.group("T12N", weight: "1.0"),
                Fixture.group("T11N", weight: nil),
            ])
        let told = try compute(.weightList(id: "clinic-2023", weights: weights, file: "annan.csv"))
        #expect(
            amounts(told) == [
                "T10N 90448.00 149500.00", "T11N 112125.00 –", "T11N 50000.00 50000.00", "KIR01 2590.55 2590.55",
                "KIR02 1062.00 1062.00", "T12N – 74750.00",
            ])
        #expect(told.missing.map(\.code) == ["T11N"])
        #expect(told.model.weightLists.first?.file == "annan.csv")
    }

    @Test func `other limits show in the group, in whatever order they are given`() throws {
        let told = try compute(
            .limits(drg: "T10N", typeOfCare: .inpatient, costLimit: Amount(ore: 100), daysLimit: nil),
            .outliers(.perDay(Amount(ore: 500_000))))
        #expect(told.difference.changed.map(\.kinds) == [[.limits]])
        #expect(told.difference.changed.first?.later.group?.costLimit == Amount(ore: 100))
        #expect(told.model.outliers == .perDay(Amount(ore: 500_000)))
    }

    @Test func `volumes give sums that are exactly those of the lines`() throws {
        let place = Place(bytes: 0..<1, line: 2, column: 1, path: "")
        let rows = [("T10N", 10), ("T11N", 3), ("KIR01", 1_000), ("KIR02", 7)].map {
            VolumeRow(code: $0.0, provider: "karlstad", cases: Int64($0.1), place: place)
        }
        let told = try compute(
            .pointPrice(id: "region", amount: try Fixture.amount("80000.00")), .indexPercent(try Fixture.decimal("10")),
            volumes: rows)
        let total = try #require(told.total)
        let lines = told.lines.filter { $0.cases != nil }
        let sum = lines.reduce(AmountSum()) { $0 + ($1.effect ?? AmountSum()) }
        #expect(total.effect == sum && sum.wire == "64038.00")
        #expect(total.rows == 4 && total.cases == 1_020)
        // T11N has a fixed price at the hospital, so its cases fall on that.
        #expect(lines.map(\.line.key.section) == [.drg, .drgFixedPrice, .careService, .careService])
        #expect(told.regions.map(\.region) == [varmland.slug])
        #expect(told.difference.total.effect == sum)
    }

    @Test func `what cannot be computed is refused with words`() throws {
        let input = try input()
        let refusal = { (name: String, changes: [ScenarioChange]) -> ScenarioError? in
            do {
                _ = try PriceScenario.compute(input, name: name, changes: changes)
                return nil
            } catch { return error as? ScenarioError }
        }
        let index = ScenarioChange.indexPercent(ExactDecimal(units: 3, scale: 0))
        #expect(refusal(" ", [index]) == .name(" "))
        #expect(refusal("Prov", []) == .noChange)
        #expect(refusal("Prov", [index, .indexPercent(ExactDecimal(units: 4, scale: 0))]) != nil)
        let unknown: [ScenarioChange] = [
            .pointPrice(id: "annat", amount: Amount(ore: 100)),
            .weightList(id: "annan", weights: input.weightLists[0], file: "annan.csv"),
            .limits(drg: "X99X", typeOfCare: .inpatient, costLimit: nil, daysLimit: nil),
        ]
        for change in unknown { #expect(refusal("Prov", [change]) == .nothingToChange(change)) }
        let zero = refusal("Prov", [.pointPrice(id: "region", amount: Amount(ore: 0))])
        guard case .list(.modelFaults)? = zero else {
            Issue.record("a point price of zero is no rule")
            return
        }
        for error in [ScenarioError.noChange, .nothingToChange(index), .changedTwice(index), .name("")]
            + [zero].compactMap({ $0 })
        {
            for language in Language.allCases { #expect(error.text(language).count > 20) }
        }
    }
}
