import Federation
import Testing

@testable import Pricing

/// A small list to price cases by: Karlstad with DRG prices for inpatient care, some services and a surcharge.
enum QuoteFixture {
    static let perDay = Amount(ore: 250_050)

    /// Region Värmland, Karlstad with its units.
    static func region() throws -> Region {
        let units = ["kirurgi", "hand", "psykiatri"].map {
            CareUnit(id: $0, name: $0, aliases: [], kind: .clinic, medicalFieldCodes: [])
        }
        let hospitals = [
            Hospital(id: "arvika", name: "Arvika", hsaID: nil, units: []),
            Hospital(id: "karlstad", name: "Karlstad", hsaID: nil, units: units),
        ]
        let plain = try Fixture.varmland()
        return Region(
            slug: plain.slug, name: plain.name, countyCode: plain.countyCode,
            organisationNumber: plain.organisationNumber, hospitals: hospitals)
    }

    static func list(
        rounding: Rounding = Rounding(id: "r", unit: .krona, mode: .halfAwayFromZero),
        outliers: OutlierRule = .careServices, services: [CareService]? = nil, fixed: [DRGFixedPrice] = [],
        exceptions: [DecidedException] = [], fixedPrices: [DecidedFixedPrice] = [],
        costLimit: String? = "193861.00", surcharges: SurchargeRule? = nil
    ) throws -> PriceList {
        let region = try region()
        let submission = try Fixture.submission(
            of: region,
            careServices: try services ?? [
                Fixture.service("DAG", price: .amount(Fixture.amount("4100.50")), typeOfCare: .inpatient),
                Fixture.service("OP", price: .asLastYear, typeOfCare: .inpatient, line: 2),
                Fixture.service(
                    "DAG", unit: "psykiatri", price: .amount(Fixture.amount("3000.00")), typeOfCare: .inpatient, line: 3
                ),
            ],
            drgTariffs: [DRGTariff(provider: "karlstad", typesOfCare: .inpatient, origin: Fixture.origin(4))],
            drgExceptions: [
                DRGException(
                    provider: "karlstad", unit: "psykiatri", typesOfCare: .all, reason: "Psykiatri",
                    origin: Fixture.origin(5))
            ], drgFixedPrices: fixed,
            surcharges: [
                Surcharge(
                    provider: "karlstad", unit: nil, code: "IMPLANTAT", text: "Implantat", measure: .piece,
                    amount: Fixture.amount("1200.00"), origin: Fixture.origin(6)),
                Surcharge(
                    provider: "karlstad", unit: "hand", code: "PROTES", text: "Protes", measure: .piece,
                    amount: Fixture.amount("900.00"), origin: Fixture.origin(7)),
            ])
        let last = try Fixture.lastYear(
            Fixture.service("OP", price: .asLastYear, typeOfCare: .inpatient), in: region, "10001.00")
        let model = try PriceModel.fixture(
            rounding: rounding, outliers: outliers, exceptions: exceptions, fixedPrices: fixedPrices,
            surcharges: surcharges)
        return try PriceList.compute(
            Fixture.input(
                regions: [region], deliveries: [Fixture.delivery(submission)], previous: Fixture.previous([last]),
                model: model, groups: [group(costLimit)]))
    }

    /// T10N as in the published table of 2017, at 74 750 kr a point: 90 447.50 kr before rounding.
    static func group(_ costLimit: String?) throws -> DRGWeight {
        DRGWeight(
            drg: "T10N", mdc: "19", text: "Bipolära syndrom <60", weight: try Fixture.decimal("1.210"),
            costLimit: try costLimit.map(Fixture.amount), daysLimit: 29, typeOfCare: .inpatient, line: 3)
    }

    static func careCase(
        provider: String = "karlstad", unit: String? = "kirurgi", drg: String? = "T10N",
        typeOfCare: TypeOfCare = .inpatient, time: CareCase.Time? = nil, days: Int? = 10, cost: String? = "100000.00",
        careServices: [CountedService] = [], surcharges: [CountedService] = []
    ) throws -> CareCase {
        CareCase(
            region: try Fixture.slug("varmland"), provider: provider, unit: unit, drg: drg, typeOfCare: typeOfCare,
            time: try time ?? .day(Fixture.day("2023-03-01")), days: days, cost: try cost.map(Fixture.amount),
            careServices: careServices, surcharges: surcharges)
    }

    static func refusal(_ list: PriceList, _ careCase: CareCase) throws -> QuoteRefusal? {
        let regions = [try region()]
        do throws(QuoteRefusal) {
            _ = try list.quote(careCase, regions: regions)
            return nil
        } catch { return error }
    }
}
