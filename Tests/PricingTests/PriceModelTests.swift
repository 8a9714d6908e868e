import Federation
import Testing

@testable import Pricing

@Suite struct PriceModelTests {
    /// Each fault as `code path`.
    func faults(_ model: PriceModel) -> [String] {
        let faults = model.validate()
        for fault in faults { #expect(fault.text(.swedish) != fault.code, "has no sentence") }
        return faults.map { "\($0.code) \($0.path)" }
    }

    @Test func `a sound model has no faults`() throws {
        #expect(try faults(.fixture()) == [])
    }

    @Test func `ids are given once`() throws {
        let model = try PriceModel.fixture(
            pointPrices: [.fixture(typesOfCare: .inpatient), .fixture(typesOfCare: .outpatient)],
            weightLists: [.fixture(), .fixture()])
        #expect(
            faults(model) == [
                "price-model-duplicate-id /pointPrices/1/id", "price-model-duplicate-id /weightLists/1/id",
            ])
    }

    @Test func `a point price names a weight list of the model`() throws {
        let model = try PriceModel.fixture(pointPrices: [.fixture(weightList: "other")])
        #expect(faults(model) == ["price-model-unknown-weight-list /pointPrices/0/weightList"])
    }

    @Test func `clinic and hospital weights are not mixed for one kind of care`() throws {
        let lists: [WeightListReference] = [.fixture(), .fixture("hospital-2023", kind: .hospital)]
        let mixed = try PriceModel.fixture(
            pointPrices: [.fixture(), .fixture("b", weightList: "hospital-2023", typesOfCare: .inpatient)],
            weightLists: lists)
        #expect(faults(mixed) == ["price-model-weights-mixed /pointPrices/1/weightList"])
        let apart = try PriceModel.fixture(
            pointPrices: [
                .fixture(typesOfCare: .outpatient), .fixture("b", weightList: "hospital-2023", typesOfCare: .inpatient),
            ], weightLists: lists)
        #expect(faults(apart) == [])
    }

    @Test func `a kind of care has one point price`() throws {
        let hole = try PriceModel.fixture(pointPrices: [.fixture(typesOfCare: .inpatient)])
        #expect(hole.validate().map(\.arguments) == [["typeOfCare": "01"]])
        #expect(faults(hole) == ["price-model-no-point-price /pointPrices"])
        let two = try PriceModel.fixture(pointPrices: [.fixture(), .fixture("b", typesOfCare: .inpatient)])
        #expect(faults(two) == ["price-model-two-point-prices /pointPrices/1/typesOfCare"])
        #expect(try faults(.fixture(pointPrices: [])) == ["price-model-empty /pointPrices"])
    }

    @Test func `days stand in order and in the year`() throws {
        #expect(
            try faults(.fixture(validFrom: "2023-12-31", validTo: "2023-01-01"))
                == ["price-model-days-reversed /validTo"])
        #expect(try faults(.fixture(validTo: "2024-01-31")) == ["price-model-day-outside-year /validTo"])
        #expect(
            try faults(.fixture(decision: "2022-10-01")) == [
                "price-model-days-reversed /timetable/decision", "price-model-days-reversed /timetable/decision",
            ])
    }

    @Test func `numbers are ones that a price can come from`() throws {
        #expect(
            try faults(.fixture(pointPrices: [.fixture(amount: "0.00")]))
                == ["price-model-not-positive /pointPrices/0/amount"])
        #expect(try faults(.fixture(percent: "-100")) == ["price-model-percent-unfit /indexation/percent"])
        #expect(try faults(.fixture(percent: "2.80001")) == ["price-model-percent-unfit /indexation/percent"])
        #expect(
            try faults(.fixture(changePercent: "0")) == ["price-model-not-positive /plausibility/changePercent"])
        #expect(
            try faults(.fixture(outliers: .perDay(Amount(ore: 0)))) == ["price-model-not-positive /outliers/amount"])
        #expect(
            try faults(.fixture(pointPrices: [.fixture(), .fixture("b", typesOfCare: [])]))
                == ["price-model-empty /pointPrices/1/typesOfCare"])
    }

    @Test func `a regional model states every rule and takes declared providers, a reference neither`() throws {
        #expect(
            try faults(.fixture(percent: nil, outliers: nil))
                == ["price-model-rule-absent /indexation", "price-model-rule-absent /outliers"])
        #expect(try faults(.fixture(typeOfAgreement: nil)) == ["price-model-rule-absent /typeOfAgreement"])
        #expect(
            try faults(.fixture(pointPrices: [.fixture(providers: .unspecified)]))
                == ["price-model-providers-unfit /pointPrices/0/providers"])
        #expect(
            try faults(.fixture(purpose: .reference)) == ["price-model-providers-unfit /pointPrices/0/providers"])
        let reference = try PriceModel.fixture(
            purpose: .reference, pointPrices: [.fixture(typesOfCare: .inpatient, providers: .unspecified)],
            percent: nil, outliers: nil, typeOfAgreement: nil)
        #expect(faults(reference) == [])
    }

    @Test func `codes and file names are plain`() throws {
        #expect(try faults(.fixture(priceListCode: "7")) == ["price-model-unknown-code /priceListCode"])
        #expect(
            try faults(.fixture(weightLists: [.fixture(file: "../secret.csv")]))
                == ["price-model-not-a-file-name /weightLists/0/file"])
    }
}
