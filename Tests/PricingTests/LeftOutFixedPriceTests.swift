import Federation
import Testing

@testable import Pricing

/// Fixed DRG prices are in the list only where DRG prices hold; what is left out is told.
@Suite struct LeftOutFixedPriceTests {
    let varmland: Region
    let karlstad: ProviderReference
    let own: DRGFixedPrice

    init() throws {
        varmland = try Fixture.varmland()
        karlstad = ProviderReference(region: varmland.slug, provider: "karlstad")
        own = DRGFixedPrice(
            provider: "karlstad", drg: "T10N", typeOfCare: .inpatient, amount: try Fixture.amount("55000.00"),
            reason: "Avtal", origin: Fixture.origin(9))
    }

    func input(
        fixed: [DRGFixedPrice] = [], tariff: TypesOfCare = .all, excepted: Bool = false, decided: ProviderScope? = nil,
        amount: String = "50000.00", exceptionReason: String = "Beslut § 4"
    ) throws -> PriceListInput {
        let exception = DecidedException(
            provider: karlstad, unit: nil, typesOfCare: .inpatient, reason: exceptionReason)
        let price = try decided.map {
            DecidedFixedPrice(
                drg: "T10N", typeOfCare: .inpatient, providers: $0, amount: try Fixture.amount(amount), reason: "Beslut"
            )
        }
        let submission = try Fixture.submission(
            of: varmland,
            drgTariffs: [DRGTariff(provider: "karlstad", typesOfCare: tariff, origin: Fixture.origin(4))],
            drgFixedPrices: fixed)
        return try Fixture.input(
            regions: [varmland], deliveries: [Fixture.delivery(submission)],
            model: .fixture(exceptions: excepted ? [exception] : [], fixedPrices: price.map { [$0] } ?? []))
    }

    /// What is told of fixed prices on the list of that input, which is whole in any case.
    func told(_ input: PriceListInput) throws -> [ListFinding] {
        let list = try PriceList.compute(input)
        #expect(list.completenessProof(input).holds)
        return ListRulebook.inspect(list, previous: nil).filter { $0.code.hasPrefix("fixed-price-") }
    }

    @Test func `a price of either at a hospital without DRG tariff is left out and told`() throws {
        let decided = try input(tariff: .outpatient, decided: .named([karlstad]))
        #expect(try PriceList.compute(decided).drgFixedPrices.isEmpty)
        let ofModel = try #require(told(decided).first)
        #expect(ofModel.code == "fixed-price-undeclared" && ofModel.evidence == .whole(Fixture.modelFingerprint))
        let swedish = ofModel.worded(in: .swedish, names: .ids).arguments
        #expect(swedish["where"] == "varmland, karlstad" && swedish["code"] == "T10N")
        #expect(swedish["source"] == "prismodellen, fixedPrices.0" && swedish["amount"] == "50\u{A0}000\u{A0}kr")
        let regions = try input(fixed: [own], tariff: .outpatient)
        #expect(try PriceList.compute(regions).drgFixedPrices.isEmpty)
        let ofRegion = try #require(told(regions).first)
        #expect(ofRegion.code == "fixed-price-undeclared")
        #expect(ofRegion.evidence == .record(version: Fixture.version, origin: own.origin))
        #expect(ofRegion.worded(in: .english, names: .ids).arguments["source"] == "the delivery, line 9")
    }

    @Test func `at a hospital that the committee excepted, one for all holds not, and a region's own is told`() throws {
        let general = try input(excepted: true, decided: .asDeclared)
        #expect(try PriceList.compute(general).drgFixedPrices.isEmpty)
        #expect(try told(general).isEmpty)
        let regions = try input(fixed: [own], excepted: true)
        #expect(try PriceList.compute(regions).drgFixedPrices.isEmpty)
        let finding = try #require(told(regions).first)
        let swedish = finding.worded(in: .swedish, names: .ids).arguments
        #expect(finding.code == "fixed-price-excepted" && finding.region == varmland.slug)
        #expect(swedish["rule"] == "exceptions.0" && swedish["reason"] == "Beslut § 4")
        #expect(swedish["source"] == "underlaget, rad 9" && swedish["typeOfCare"] == "sluten vård")
        let other = try #require(told(input(fixed: [own], excepted: true, exceptionReason: "Beslut § 5")).first)
        #expect(other.statedBesides != finding.statedBesides)
    }

    @Test func `the committee's price for a hospital holds, and the region's own is told with both places`() throws {
        let both = try input(fixed: [own], decided: .named([karlstad]))
        let list = try PriceList.compute(both)
        #expect(list.drgFixedPrices.map(\.amount.wire) == ["50000.00"])
        #expect(list.drgFixedPrices.map(\.source) == [.model(path: "/fixedPrices/0")])
        let finding = try #require(told(both).first)
        #expect(finding.code == "fixed-price-overruled" && finding.line == list.drgFixedPrices.first?.id)
        #expect(finding.evidence == .record(version: Fixture.version, origin: own.origin))
        let swedish = finding.worded(in: .swedish, names: .ids).arguments
        #expect(swedish["source"] == "underlaget, rad 9" && swedish["rule"] == "prismodellen, fixedPrices.0")
        #expect(swedish["amount"] == "55\u{A0}000\u{A0}kr" && swedish["decided"] == "50\u{A0}000\u{A0}kr")
        let other = try #require(told(input(fixed: [own], decided: .named([karlstad]), amount: "51000.00")).first)
        #expect(other.statedBesides != finding.statedBesides)
    }
}
