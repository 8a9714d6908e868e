import Federation
import Testing

@testable import Pricing

/// A correction names everything that it changes, whatever it is.
@Suite struct EditionChangesTests {
    let varmland: Region

    init() throws { varmland = try Fixture.varmland() }

    func service(
        _ code: String = "KIR01", text: String = "Besök", measure: Measure = .doctorVisit, field: String = "301",
        category: ProductCategory = .patientSpecific, kronor: Int64 = 100, line: UInt32 = 1
    ) -> CareService {
        CareService(
            provider: "karlstad", unit: "kirurgi", medicalFieldCode: MedicalFieldCode(field), code: code, text: text,
            measure: measure, typeOfCare: .outpatient, careLevel: .county, productCategory: category,
            price: .amount(Amount(ore: kronor * 100)), origin: Fixture.origin(line))
    }

    func list(_ services: [CareService], model: PriceModel? = nil, tariffs: [DRGTariff] = []) throws -> PriceList {
        try PriceList.compute(
            Fixture.input(
                regions: [varmland],
                deliveries: [
                    Fixture.delivery(
                        Fixture.submission(of: varmland, careServices: services, drgTariffs: tariffs))
                ], model: model))
    }

    @Test func `every field of a line is a change of the line, its place is none`() throws {
        let before = try list([service()])
        let id = try #require(before.careServices.first).id.description
        #expect(try list([service(line: 9)]).changes(since: before) == [])
        let changed = [
            service(text: "Läkarbesök"), service(measure: .hour), service(field: "101"), service(category: .other),
            service(kronor: 101),
        ]
        for other in changed { #expect(try list([other]).changes(since: before) == [id]) }
    }

    @Test func `new and gone lines are changes`() throws {
        let (one, two) = (try list([service()]), try list([service(), service("KIR02")]))
        #expect(two.changes(since: one) == one.changes(since: two))
        #expect(two.changes(since: one).count == 1)
    }

    @Test func `another rule, and another place where DRG holds, are told by their sections`() throws {
        let before = try list([service()])
        let perDay = try PriceModel.fixture(outliers: .perDay(Amount(ore: 500_000)))
        #expect(try list([service()], model: perDay).changes(since: before) == ["model"])
        let tariff = DRGTariff(provider: "karlstad", typesOfCare: .all, origin: Fixture.origin())
        #expect(try list([service()], tariffs: [tariff]).changes(since: before) == ["applicability"])
    }
}
