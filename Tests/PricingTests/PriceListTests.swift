import Federation
import Testing

@testable import Pricing

@Suite struct PriceListTests {
    let varmland: Region

    init() throws { varmland = try Fixture.varmland() }

    func compute(_ submission: PriceSubmission, previous: PreviousPriceList? = nil, model: PriceModel? = nil) throws
        -> PriceList
    {
        try PriceList.compute(
            Fixture.input(
                regions: [varmland], deliveries: [Fixture.delivery(submission)], previous: previous, model: model))
    }

    @Test func `a region's own amount is kept as delivered, öre and all`() throws {
        let service = Fixture.service("KIR01", price: .amount(try Fixture.amount("2590.55")))
        let list = try compute(Fixture.submission(of: varmland, careServices: [service]))
        #expect(list.careServices.map(\.amount.wire) == ["2590.55"])
        #expect(list.careServices.map(\.basis) == [.delivered])
        #expect(list.careServices.map(\.service) == [service])
    }

    @Test func `last year's price is raised by the index and rounded once`() throws {
        let service = Fixture.service("KIR01", price: .asLastYear)
        let previous = try Fixture.previous([Fixture.lastYear(service, in: varmland, "1033.00")])
        let list = try compute(Fixture.submission(of: varmland, careServices: [service]), previous: previous)
        // 1033 × 1.028 = 1061.924
        #expect(list.careServices.map(\.amount.wire) == ["1062.00"])
        #expect(list.careServices.map(\.basis) == [.indexed(previous: try Fixture.amount("1033.00"))])
        #expect(list.header.previous == previous.edition)
    }

    @Test func `a lowered index lowers the price`() throws {
        let service = Fixture.service("KIR01", price: .asLastYear)
        let list = try compute(
            Fixture.submission(of: varmland, careServices: [service]),
            previous: Fixture.previous([Fixture.lastYear(service, in: varmland, "1000.00")]),
            model: .fixture(percent: "-0.55"))
        #expect(list.careServices.map(\.amount.wire) == ["995.00"])
    }

    @Test func `a line of another level or kind of care is not last year's line`() throws {
        let service = Fixture.service("KIR01", price: .asLastYear)
        let other = Fixture.service("KIR01", price: .asLastYear, careLevel: .regional)
        let list = try compute(
            Fixture.submission(of: varmland, careServices: [service]),
            previous: Fixture.previous([Fixture.lastYear(other, in: varmland, "1000.00")]))
        #expect(list.careServices.isEmpty)
    }

    @Test func `DRG prices hold where the region declares them, less its exceptions`() throws {
        let submission = try Fixture.submission(
            of: varmland,
            drgTariffs: [
                DRGTariff(provider: "karlstad", typesOfCare: .all, origin: Fixture.origin(2)),
                DRGTariff(provider: "arvika", typesOfCare: .inpatient, origin: Fixture.origin(3)),
            ],
            drgExceptions: [
                DRGException(
                    provider: "karlstad", unit: "psykiatri", typesOfCare: .all, reason: "Inte relevant",
                    origin: Fixture.origin(5)),
                DRGException(
                    provider: "karlstad", unit: "handkirurgi", typesOfCare: .outpatient, reason: "Egen taxa",
                    origin: Fixture.origin(4)),
            ])
        let applicability = try compute(submission).applicability
        #expect(
            applicability.map { "\($0.provider) \($0.typeOfCare.rawValue) \($0.pointPrice)" } == [
                "arvika 02 region", "karlstad 01 region", "karlstad 02 region",
            ])
        #expect(applicability.map { $0.exceptions.map(\.unit) } == [[], ["handkirurgi", "psykiatri"], ["psykiatri"]])
        #expect(applicability.map(\.origin.line) == [3, 2, 2])
    }

    @Test func `each kind of care gets the point price that covers it`() throws {
        let model = try PriceModel.fixture(pointPrices: [
            .fixture("open", amount: "70000.00", typesOfCare: .outpatient),
            .fixture("closed", amount: "80000.00", typesOfCare: .inpatient),
        ])
        let groups = try [
            Fixture.group("T10N", weight: "1.5"), Fixture.group("T10N", weight: "0.5", typeOfCare: .outpatient),
        ]
        let tariff = DRGTariff(provider: "karlstad", typesOfCare: .all, origin: Fixture.origin())
        let list = try PriceList.compute(
            Fixture.input(
                regions: [varmland],
                deliveries: [Fixture.delivery(Fixture.submission(of: varmland, drgTariffs: [tariff]))], model: model,
                groups: groups))
        #expect(list.drg.map { "\($0.pointPrice) \($0.amount.wire)" } == ["closed 120000.00", "open 35000.00"])
        #expect(list.applicability.map(\.pointPrice) == ["open", "closed"])
    }

    @Test func `fixed DRG prices and surcharges stand in the list as delivered`() throws {
        let fixed = DRGFixedPrice(
            provider: "karlstad", drg: "T10N", typeOfCare: .inpatient, amount: try Fixture.amount("50000.00"),
            reason: "Avtal", origin: Fixture.origin(7))
        let surcharge = Surcharge(
            provider: "karlstad", unit: nil, code: "LM1", text: "Läkemedel", measure: .piece,
            amount: try Fixture.amount("99.50"), origin: Fixture.origin(8))
        let list = try compute(
            Fixture.submission(
                of: varmland,
                drgTariffs: [DRGTariff(provider: "karlstad", typesOfCare: .all, origin: Fixture.origin(6))],
                drgFixedPrices: [fixed], surcharges: [surcharge]))
        #expect(list.drgFixedPrices == [DRGFixedPriceLine(region: varmland.slug, fixedPrice: fixed)])
        #expect(list.drgFixedPrices.first?.id.description.hasPrefix("fix-") == true)
        #expect(list.surcharges.map(\.surcharge) == [surcharge])
        #expect(list.surcharges.map(\.productCategory) == [.patientSpecific])
        #expect(list.surcharges.first?.id == LineID(.surcharge, key: ["varmland", "karlstad", "", "LM1"]))
    }

    @Test func `the header names every input and its marks`() throws {
        let service = Fixture.service("KIR01", price: .amount(try Fixture.amount("2590.00")))
        let submission = try Fixture.submission(of: varmland, careServices: [service])
        let held = Fingerprint(of: "held".utf8)
        let delivery = RegionDelivery(
            region: varmland.slug, state: .held(held),
            used: VersionedSubmission(submission: submission, version: Fixture.version, isLastGood: true))
        let model = try PriceModel.fixture(weightLists: [.fixture(synthetic: true)])
        let list = try PriceList.compute(Fixture.input(regions: [varmland], deliveries: [delivery], model: model))
        #expect(list.header.marks == [.lastGoodUsed, .syntheticWeights])
        #expect(list.header.submissions.map(\.version) == [Fixture.version])
        #expect(list.header.modelFingerprint == Fixture.modelFingerprint)
        #expect(list.completeness.map(\.state) == [.held(held)])
        #expect(!list.missing.contains { $0.reason == .held })
    }
}
