import Federation
import Testing

@testable import Pricing

@Suite struct ContradictionTests {
    let varmland: Region

    init() throws { varmland = try Fixture.varmland() }

    func refusal(_ input: PriceListInput) -> PriceListError? {
        do {
            _ = try PriceList.compute(input)
            return nil
        } catch { return error }
    }

    func refusal(of submission: PriceSubmission, model: PriceModel? = nil) throws -> PriceListError? {
        refusal(try Fixture.input(regions: [varmland], deliveries: [Fixture.delivery(submission)], model: model))
    }

    @Test func `a submission for another year, in another currency or for trials is refused`() throws {
        let unfit = PriceListError.submissionUnfit(region: varmland.slug)
        #expect(try refusal(of: Fixture.submission(of: varmland, year: 2022)) == unfit)
        #expect(try refusal(of: Fixture.submission(of: varmland, currency: "EUR")) == unfit)
        #expect(try refusal(of: Fixture.submission(of: varmland, testData: true)) == unfit)
    }

    @Test func `a delivery of a strange region, or a second one, is refused`() throws {
        let dalarna = try Fixture.delivery(Fixture.submission(of: Fixture.dalarna()))
        let own = try Fixture.delivery(Fixture.submission(of: varmland))
        #expect(
            refusal(try Fixture.input(regions: [varmland], deliveries: [dalarna]))
                == .deliveryUnexpected(region: dalarna.region))
        #expect(
            refusal(try Fixture.input(regions: [varmland], deliveries: [own, own]))
                == .deliveryUnexpected(region: own.region))
    }

    @Test func `the same key twice is refused, priced or not`() throws {
        let priced = Fixture.service("KIR01", price: .amount(try Fixture.amount("1.00")))
        let unpriced = Fixture.service("KIR01", price: .asLastYear, line: 2)
        let key = CareServiceKey(region: varmland.slug, service: priced)
        let twice = PriceListError.lineTwice(key.lineID, key: key.fields)
        #expect(try refusal(of: Fixture.submission(of: varmland, careServices: [priced, priced])) == twice)
        #expect(try refusal(of: Fixture.submission(of: varmland, careServices: [priced, unpriced])) == twice)
    }

    @Test func `last year's line with the id of another key is a collision`() throws {
        let service = Fixture.service("KIR01", price: .asLastYear)
        let key = CareServiceKey(region: varmland.slug, service: service)
        let other = CareServiceKey(
            region: varmland.slug, service: Fixture.service("KIR02", price: .asLastYear))
        let last = PreviousCareService(id: key.lineID, key: other, text: "", amount: try Fixture.amount("1.00"))
        let input = try Fixture.input(
            regions: [varmland],
            deliveries: [Fixture.delivery(Fixture.submission(of: varmland, careServices: [service]))],
            previous: Fixture.previous([last]))
        #expect(refusal(input) == .lineIDCollision(key.lineID, keys: [key.fields, other.fields]))
    }

    @Test func `a weight list that is absent or of other bytes is refused`() throws {
        let model = try PriceModel.fixture()
        let absent = PriceListInput(model: model, modelFingerprint: Fixture.modelFingerprint, weightLists: [])
        #expect(refusal(absent) == .weightListAbsent(id: "clinic-2023"))
        let other = Fingerprint(of: "other".utf8)
        let list = WeightList(id: "clinic-2023", fingerprint: other, weights: [])
        let differs = PriceListInput(model: model, modelFingerprint: Fixture.modelFingerprint, weightLists: [list])
        #expect(
            refusal(differs)
                == .weightListDiffers(id: "clinic-2023", expected: Fixture.weightsFingerprint, found: other))
    }

    @Test func `an opening list of the wrong year is refused`() throws {
        let input = try Fixture.input(
            regions: [varmland], deliveries: [], previous: Fixture.previous([], year: 2021))
        #expect(refusal(input) == .previousYearWrong(try #require(Year(2021))))
    }

    @Test func `a price too large for 64 bits is refused`() throws {
        let model = try PriceModel.fixture(pointPrices: [.fixture(amount: "92233720368547758.00")])
        let id = LineID(.drg, key: ["region", "clinic", "T10N", "02"])
        #expect(try refusal(of: Fixture.submission(of: varmland), model: model) == .amountTooLarge(id))
    }

    @Test func `a faulty model and a reference with submissions are refused`() throws {
        let faulty = try PriceModel.fixture(priceListCode: "7")
        #expect(try refusal(of: Fixture.submission(of: varmland), model: faulty) == .modelFaults(faulty.validate()))
        let reference = try PriceModel.fixture(
            purpose: .reference, pointPrices: [.fixture(providers: .unspecified)])
        #expect(try refusal(of: Fixture.submission(of: varmland), model: reference) == .referenceTakesNoSubmissions)
    }
}
