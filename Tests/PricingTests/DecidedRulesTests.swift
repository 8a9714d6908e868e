import Federation
import Testing

@testable import Pricing

/// What the committee decides in the model, in the computed list.
@Suite struct DecidedRulesTests {
    let varmland: Region
    let karlstad: ProviderReference

    init() throws {
        varmland = try Fixture.varmland()
        karlstad = ProviderReference(region: varmland.slug, provider: "karlstad")
    }

    func compute(_ model: PriceModel, fixed: [DRGFixedPrice] = [], tariff: TypesOfCare = .all) throws -> PriceList {
        let tariffs = ["karlstad", "arvika"].map {
            DRGTariff(provider: $0, typesOfCare: tariff, origin: Fixture.origin(4))
        }
        let submission = try Fixture.submission(of: varmland, drgTariffs: tariffs, drgFixedPrices: fixed)
        return try PriceList.compute(
            Fixture.input(regions: [varmland], deliveries: [Fixture.delivery(submission)], model: model))
    }

    func places(_ list: PriceList) -> [String] {
        list.applicability.map { "\($0.provider) \($0.typeOfCare.rawValue) \($0.pointPrice)" }
    }

    func fixedPrice(_ providers: ProviderScope, _ wire: String) throws -> DecidedFixedPrice {
        DecidedFixedPrice(
            drg: "T10N", typeOfCare: .inpatient, providers: providers, amount: try Fixture.amount(wire),
            reason: "Beslut")
    }

    @Test func `a point price that names a hospital goes before one for all that declare DRG prices`() throws {
        let model = try PriceModel.fixture(
            pointPrices: [
                .fixture(),
                .fixture("special", amount: "80000.00", typesOfCare: .inpatient, providers: .named([karlstad])),
            ])
        let list = try compute(model)
        #expect(places(list) == ["arvika 01 region", "arvika 02 region", "karlstad 01 region", "karlstad 02 special"])
        #expect(list.drg.map { "\($0.pointPrice) \($0.amount.wire)" } == ["region 90448.00", "special 96800.00"])
    }

    @Test func `a hospital without point price is a hole that no list is made of`() throws {
        let model = try PriceModel.fixture(pointPrices: [.fixture(providers: .named([karlstad]))])
        let faults = model.validate(regions: [varmland])
        #expect(faults.map(\.code) == Array(repeating: "price-model-provider-without-point-price", count: 2))
        #expect(throws: PriceListError.modelFaults(faults)) { try compute(model) }
        let arvika = ProviderReference(region: varmland.slug, provider: "arvika")
        let excepting = try PriceModel.fixture(
            pointPrices: [.fixture(providers: .named([karlstad]))],
            exceptions: [DecidedException(provider: arvika, unit: nil, typesOfCare: .all, reason: "Beslut")])
        #expect(excepting.validate(regions: [varmland]).isEmpty)
        #expect(throws: PriceListError.pointPriceAbsent(arvika, .outpatient)) { try compute(excepting) }
    }

    @Test func `decided exceptions stand beside the declared ones, each with its rule`() throws {
        let decided = DecidedException(provider: karlstad, unit: nil, typesOfCare: .outpatient, reason: "Beslut")
        let list = try compute(PriceModel.fixture(exceptions: [decided]))
        let expected = [AppliedException(exception: decided, path: "/exceptions/0")]
        #expect(list.applicability.map(\.decidedExceptions) == [[], [], expected, []])
    }

    @Test func `a fixed price for all holds where DRG does; one that names a hospital goes before it`() throws {
        let model = try PriceModel.fixture(
            fixedPrices: [fixedPrice(.asDeclared, "50000.00"), fixedPrice(.named([karlstad]), "60000.00")])
        let list = try compute(model)
        #expect(
            list.drgFixedPrices.map { "\($0.provider) \($0.amount.wire)" } == ["arvika 50000.00", "karlstad 60000.00"])
        #expect(list.drgFixedPrices.map(\.source) == [.model(path: "/fixedPrices/0"), .model(path: "/fixedPrices/1")])
        let line = try #require(list.drgFixedPrices.last)
        let step = try #require(list.explain(line).steps.first)
        #expect(step.operation == .decide(try Fixture.amount("60000.00")))
        guard case .priceModel(_, _, let path, _) = try #require(step.inputs.first).origin else {
            Issue.record("no rule"); return
        }
        #expect(path == "/fixedPrices/1/amount")
        #expect(
            ExplanationText(.swedish).write(list.explain(line)).contains("prismodell 2023, fixedPrices[1] \"T10N\""))
        #expect(try compute(model, tariff: .outpatient).drgFixedPrices.isEmpty)
    }

    @Test func `a region's own fixed price stands before one for all`() throws {
        let own = DRGFixedPrice(
            provider: "karlstad", drg: "T10N", typeOfCare: .inpatient, amount: try Fixture.amount("55000.00"),
            reason: "Avtal", origin: Fixture.origin(9))
        let general = try compute(PriceModel.fixture(fixedPrices: [fixedPrice(.asDeclared, "50000.00")]), fixed: [own])
        #expect(general.drgFixedPrices.map(\.amount.wire) == ["50000.00", "55000.00"])
        #expect(general.leftOut.isEmpty)
    }
}
