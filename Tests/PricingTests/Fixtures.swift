import Federation
import Foundation
import Testing

@testable import Pricing

/// Small real values that the tests are made of.
enum Fixture {
    static func slug(_ text: String) throws -> RegionSlug { try #require(RegionSlug(text)) }

    static func amount(_ wire: String) throws -> Amount { try #require(Amount(wire: wire)) }

    static func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    static let modelFingerprint = Fingerprint(of: "model".utf8)
    static let weightsFingerprint = Fingerprint(of: "weights".utf8)
    static let version = Fingerprint(of: "version".utf8)

    static func origin(_ line: UInt32 = 1) -> RecordOrigin {
        RecordOrigin(part: 0, line: line, column: 5, offset: Int64(line) * 100, length: 80)
    }

    /// Region Värmland with two of its hospitals.
    static func varmland() throws -> Region {
        let hospitals = ["arvika", "karlstad"].map { Hospital(id: $0, name: $0, hsaID: nil, units: []) }
        return Region(
            slug: try slug("varmland"), name: "Region Värmland", countyCode: "17",
            organisationNumber: try #require(OrganisationNumber("232100-0156")), hospitals: hospitals)
    }

    /// Region Dalarna with one of its hospitals.
    static func dalarna() throws -> Region {
        Region(
            slug: try slug("dalarna"), name: "Region Dalarna", countyCode: "20",
            organisationNumber: try #require(OrganisationNumber("232100-0180")),
            hospitals: [Hospital(id: "falun", name: "Falu lasarett", hsaID: nil, units: [])])
    }

    static func service(
        _ code: String, provider: String = "karlstad", unit: String = "kirurgi", price: CareService.Price,
        typeOfCare: TypeOfCare = .outpatient, careLevel: CareLevel = .county, line: UInt32 = 1
    ) -> CareService {
        CareService(
            provider: provider, unit: unit, medicalFieldCode: MedicalFieldCode("301"), code: code,
            text: "Läkarbesök \(code)", measure: .doctorVisit, typeOfCare: typeOfCare, careLevel: careLevel,
            price: price, origin: origin(line))
    }

    static func submission(
        of region: Region, careServices: [CareService] = [], drgTariffs: [DRGTariff] = [],
        drgExceptions: [DRGException] = [], drgFixedPrices: [DRGFixedPrice] = [], surcharges: [Surcharge] = [],
        notApplicable: [NotApplicable] = [], year: Int = 2023, currency: String = "SEK", testData: Bool = false
    ) throws -> PriceSubmission {
        let header = SubmissionHeader(
            region: region.slug, organisationNumber: region.organisationNumber, year: try #require(Year(year)),
            created: try #require(Instant("2022-11-01T09:00:00Z")), currency: currency, testData: testData)
        return PriceSubmission(
            header: header, careServices: careServices, drgTariffs: drgTariffs, drgExceptions: drgExceptions,
            drgFixedPrices: drgFixedPrices, surcharges: surcharges, notApplicable: notApplicable)
    }

    /// An accepted delivery.
    static func delivery(_ submission: PriceSubmission, version: Fingerprint = version) -> RegionDelivery {
        RegionDelivery(
            region: submission.header.region, state: .accepted(version),
            used: VersionedSubmission(submission: submission, version: version))
    }

    static func group(
        _ drg: String, weight: String?, typeOfCare: TypeOfCare = .inpatient, line: Int = 2
    ) throws -> DRGWeight {
        DRGWeight(
            drg: drg, mdc: "19", text: "Grupp \(drg)", weight: try weight.map(decimal), costLimit: nil, daysLimit: 29,
            typeOfCare: typeOfCare, line: line)
    }

    static func weightList(_ groups: [DRGWeight]) -> WeightList {
        WeightList(id: "clinic-2023", fingerprint: weightsFingerprint, weights: groups)
    }

    /// Last year's list, imported.
    static func previous(_ lines: [PreviousCareService], year: Int = 2022) throws -> PreviousPriceList {
        let decision = BoardDecision(reference: "SN 2021-0029 § 52", day: try day("2021-12-03"))
        let edition = PreviousEdition(
            year: try #require(Year(year)), number: 1, basis: .imported, decision: decision)
        return PreviousPriceList(edition: edition, careServices: lines)
    }

    static func lastYear(_ service: CareService, in region: Region, _ wire: String) throws -> PreviousCareService {
        PreviousCareService(
            key: CareServiceKey(region: region.slug, service: service), text: service.text, amount: try amount(wire))
    }

    /// An input of these regions and deliveries with one weighted group.
    static func input(
        regions: [Region], deliveries: [RegionDelivery], previous: PreviousPriceList? = nil,
        model: PriceModel? = nil, groups: [DRGWeight]? = nil
    ) throws -> PriceListInput {
        let groups = try groups ?? [group("T10N", weight: "1.210")]
        return PriceListInput(
            model: try model ?? .fixture(), modelFingerprint: modelFingerprint, weightLists: [weightList(groups)],
            regions: regions, deliveries: deliveries, previous: previous)
    }
}

extension PriceModel {
    /// A sound regional model for 2023.
    static func fixture(
        purpose: Purpose = .regional, priceListCode: String = "2", validFrom: String = "2023-01-01",
        validTo: String = "2023-12-31", pointPrices: [PointPrice]? = nil, weightLists: [WeightListReference]? = nil,
        rounding: Rounding = Rounding(id: "whole-krona-half-away-1", unit: .krona, mode: .halfAwayFromZero),
        percent: String? = "2.8", indexDay: Day? = Day("2022-10-14"), otherIndices: [DecidedIndex] = [],
        changePercent: String = "10",
        plausibility: Plausibility? = nil,
        outliers: OutlierRule? = .careServices, decision: String = "2022-12-02",
        typeOfAgreement: TypeOfAgreement? = .regional, exceptions: [DecidedException] = [],
        fixedPrices: [DecidedFixedPrice] = [], surcharges: SurchargeRule? = nil
    ) throws -> PriceModel {
        PriceModel(
            year: try #require(Year(2023)), purpose: purpose, priceListCode: priceListCode,
            validFrom: try Fixture.day(validFrom), validTo: try Fixture.day(validTo),
            pointPrices: try pointPrices ?? [.fixture()], weightLists: weightLists ?? [.fixture()],
            rounding: rounding, exceptions: exceptions, fixedPrices: fixedPrices, priceDate: .discharge,
            indexation: try percent.map {
                Indexation(
                    name: "LPIK", percent: try Fixture.decimal($0), source: "exempel", date: indexDay,
                    others: otherIndices)
            },
            outliers: outliers,
            plausibility: try plausibility ?? Plausibility(changePercent: Fixture.decimal(changePercent)),
            timetable: Timetable(
                weightsDue: try Fixture.day("2022-10-31"), submissionsOpen: try Fixture.day("2022-09-01"),
                submissionsClose: try Fixture.day("2022-11-20"), decision: try Fixture.day(decision)),
            typeOfAgreement: typeOfAgreement, surcharges: surcharges)
    }
}

extension Plausibility {
    /// The limits of the year 2023.
    static func fixture(suspiciousAmounts: [Amount]? = nil) -> Plausibility {
        Plausibility(
            changePercent: ExactDecimal(units: 10, scale: 0), slip: Slip(timesMore: 10, timesLess: 100),
            deviation: Deviation(
                factor: ExactDecimal(units: 5, scale: 0), leastRegions: 5,
                zeroDistancePercent: ExactDecimal(units: 1, scale: 0)),
            suspiciousAmounts: suspiciousAmounts ?? [Amount(ore: 9_999_900)])
    }
}

extension DecidedIndex {
    /// Another index, from its table's day.
    static func fixture(
        _ id: String, percent: String = "3.1", date: Day? = Day("2022-10-31"), providers: [ProviderReference] = [],
        typeOfCare: TypeOfCare? = nil, medicalFieldCodes: [String] = []
    ) throws -> DecidedIndex {
        DecidedIndex(
            id: id,
            index: PriceIndex(
                name: "AKI-\(id)", percent: try Fixture.decimal(percent), source: "Beslut § 7", date: date),
            providers: providers, typeOfCare: typeOfCare,
            medicalFieldCodes: try medicalFieldCodes.map { try #require(MedicalFieldCode($0)) })
    }
}

extension PointPrice {
    static func fixture(
        _ id: String = "region", amount: String = "74750.00", weightList: String = "clinic-2023",
        typesOfCare: TypesOfCare = .all, providers: ProviderScope = .asDeclared
    ) throws -> PointPrice {
        PointPrice(
            id: id, amount: try Fixture.amount(amount), weightList: weightList, typesOfCare: typesOfCare,
            providers: providers)
    }
}

extension WeightListReference {
    static func fixture(
        _ id: String = "clinic-2023", file: String = "clinic-2023.csv", kind: WeightList.Kind = .clinic,
        synthetic: Bool = false
    ) -> WeightListReference {
        WeightListReference(
            id: id, file: file, kind: kind, sha256: Fixture.weightsFingerprint, synthetic: synthetic)
    }
}
