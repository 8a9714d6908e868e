import Federation
import Testing

@testable import Pricing

@Suite struct MissingTests {
    let varmland: Region
    let tariffs = ["arvika", "karlstad"].map {
        DRGTariff(provider: $0, typesOfCare: .all, origin: Fixture.origin())
    }

    init() throws { varmland = try Fixture.varmland() }

    func compute(
        _ delivery: RegionDelivery?, previous: PreviousPriceList? = nil, groups: [DRGWeight]? = nil
    ) throws -> PriceList {
        try PriceList.compute(
            Fixture.input(
                regions: [varmland], deliveries: delivery.map { [$0] } ?? [], previous: previous, groups: groups))
    }

    @Test func `nothing is missing where all owed is there`() throws {
        let list = try compute(Fixture.delivery(Fixture.submission(of: varmland, drgTariffs: tariffs)))
        #expect(list.isComplete)
        #expect(list.completeness.map(\.hospitalsAnswered) == [2])
    }

    @Test func `a region without delivery is told once, with what it owed`() throws {
        let gone = Fixture.service("KIR01", price: .asLastYear)
        let list = try compute(nil, previous: Fixture.previous([Fixture.lastYear(gone, in: varmland, "1000.00")]))
        #expect(list.missing.map(\.reason) == [.notDelivered])
        #expect(list.missing.map(\.region) == [varmland.slug])
        #expect(list.completeness.map(\.state) == [.notDelivered])
        #expect(list.completeness.map(\.linesGone) == [1])
    }

    @Test func `a region whose fetch failed is told as that, before those that have not delivered`() throws {
        let failed = try compute(RegionDelivery(region: varmland.slug, state: .fetchFailed, used: nil))
        #expect(failed.missing.map(\.reason) == [.fetchFailed])
        #expect(failed.completeness.map(\.state) == [.fetchFailed])
        #expect(MissingReason.allCases.prefix(2) == [.fetchFailed, .notDelivered])
    }

    @Test func `a held and a refused version are named`() throws {
        let held = try compute(RegionDelivery(region: varmland.slug, state: .held(Fixture.version), used: nil))
        #expect(held.missing.map(\.reason) == [.held])
        let refused = try compute(RegionDelivery(region: varmland.slug, state: .refused(Fixture.version), used: nil))
        #expect(refused.missing.map(\.reason) == [.refused])
        #expect(refused.missing.map(\.version) == [Fixture.version])
    }

    @Test func `a hospital is heard by a tariff, a priced care service or a statement`() throws {
        let priced = Fixture.service("KIR01", price: .amount(try Fixture.amount("1.00")))
        let statement = NotApplicable(
            provider: "arvika", subject: .hospital, reason: "Stängt", origin: Fixture.origin())
        let half = try compute(Fixture.delivery(Fixture.submission(of: varmland, careServices: [priced])))
        #expect(half.missing.map(\.reason) == [.hospitalSilent])
        #expect(half.missing.map(\.provider) == ["arvika"])
        let whole = try compute(
            Fixture.delivery(
                Fixture.submission(of: varmland, careServices: [priced], notApplicable: [statement])))
        #expect(whole.isComplete)
        #expect(whole.completeness.map(\.notApplicable) == [[statement]])
    }

    @Test func `a wish for last year's price alone leaves the hospital silent`() throws {
        let wish = Fixture.service("KIR01", price: .asLastYear)
        let list = try compute(
            Fixture.delivery(
                Fixture.submission(of: varmland, careServices: [wish], drgTariffs: [tariffs[0]])))
        #expect(list.missing.map(\.reason) == [.hospitalSilent, .noLastYearPrice])
        #expect(list.missing.last?.line == CareServiceKey(region: varmland.slug, service: wish).lineID)
        #expect(list.missing.last?.origin == wish.origin)
        #expect(list.completeness.map(\.linesWithoutPrice) == [1])
    }

    @Test func `last year's line is owed again or declared not applicable`() throws {
        let services = (1...4).map { Fixture.service("KIR0\($0)", price: .amount(Amount(ore: 100_00))) }
        let atArvika = Fixture.service("MED01", provider: "arvika", price: .amount(Amount(ore: 100_00)))
        let last = try (services + [atArvika]).map { try Fixture.lastYear($0, in: varmland, "95.00") }
        let declared = NotApplicable(
            provider: "karlstad",
            subject: .line(unit: "kirurgi", code: "KIR03", typeOfCare: .outpatient, careLevel: .county),
            reason: "Utförs inte", origin: Fixture.origin())
        let closed = NotApplicable(
            provider: "arvika", subject: .hospital, reason: "Stängt", origin: Fixture.origin())
        let submission = try Fixture.submission(
            of: varmland, careServices: [services[0], services[1]], drgTariffs: tariffs,
            notApplicable: [declared, closed])
        let list = try compute(Fixture.delivery(submission), previous: Fixture.previous(last))
        #expect(list.missing.map(\.reason) == [.lineGone])
        #expect(list.missing.map(\.code) == ["KIR04"])
        #expect(list.missing.map { $0.lastAmount?.wire } == ["95.00"])
        let completeness = try #require(list.completeness.first)
        #expect(completeness.linesOwed == 5 && completeness.linesAgain == 2)
        #expect(completeness.linesNotApplicable == 2 && completeness.linesGone == 1)
    }

    @Test func `another region's lines of last year are not owed`() throws {
        let dalarna = try Fixture.dalarna()
        let line = try Fixture.lastYear(
            Fixture.service("KIR01", provider: "falun", price: .asLastYear), in: dalarna, "95.00")
        let list = try compute(
            Fixture.delivery(Fixture.submission(of: varmland, drgTariffs: tariffs)),
            previous: Fixture.previous([line]))
        #expect(list.isComplete)
    }

    @Test func `a group without weight and one without point price are named with their row`() throws {
        let groups = try [
            Fixture.group("A01N", weight: nil, line: 2),
            Fixture.group("A02N", weight: "1.5", typeOfCare: .outpatient, line: 3),
            Fixture.group("A03N", weight: "1.5", line: 4),
        ]
        let submission = try Fixture.submission(of: varmland, drgTariffs: tariffs)
        let without = try compute(Fixture.delivery(submission), groups: groups)
        #expect(without.missing.map(\.reason) == [.groupWithoutWeight])
        #expect(without.missing.map(\.weightListLine) == [2])
        #expect(without.drg.map(\.group.drg) == ["A02N", "A03N"])

        let model = try PriceModel.fixture(
            purpose: .reference, pointPrices: [.fixture(typesOfCare: .inpatient, providers: .unspecified)])
        let list = try PriceList.compute(
            Fixture.input(regions: [], deliveries: [], model: model, groups: groups))
        #expect(list.missing.map(\.reason) == [.groupWithoutWeight, .groupWithoutPointPrice])
        #expect(list.missing.map(\.code) == ["A01N", "A02N"])
        #expect(list.drg.map(\.group.drg) == ["A03N"])
    }
}
