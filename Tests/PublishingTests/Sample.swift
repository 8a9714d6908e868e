import Federation
import Foundation
import Pricing
import Publishing
import Registry
import Testing

/// A small list with something in every section, computed by the real computation.
enum Sample {
    /// What differs between the lists that the tests need.
    struct Options {
        var surchargeText = "Läkemedel <dyrt> & \"sällsynt\""
        var surchargeAmount = Amount(ore: 123_456_789)
        /// Whether the model uses every kind of rule there is.
        var hasEveryRule = false
        var standing = Standing.draft
        var isReversed = false
        var careServices = 3
        /// Amounts of the care services instead of such as rise by an öre.
        var amounts: [Amount] = []
        var uppsalaDelivers = true
        var uppsalaFetchFails = false
        var publisher = "Samverkansnämnden"
        /// Every rule that a model can have, instead of the usual ones.
        var everyRule = false
    }

    static func document(_ change: (inout Options) -> Void = { _ in }) throws -> PriceListDocument {
        var options = Options()
        change(&options)
        var list = try PriceList.compute(try input(options))
        if options.hasEveryRule { list = try withEveryRule(list) }
        return PriceListDocument(
            list: list, regions: try regions(), codes: codes, standing: options.standing,
            publisher: options.publisher)
    }

    static func input(_ options: Options = Options()) throws -> PriceListInput {
        let submissions = try [uppsala(options), varmland()]
        var deliveries = submissions.map { submission in
            let version = Fingerprint(of: submission.header.region.text.utf8)
            return RegionDelivery(
                region: submission.header.region, state: .accepted(version),
                used: VersionedSubmission(submission: submission, version: version))
        }
        if !options.uppsalaDelivers { deliveries.removeFirst() }
        if options.uppsalaFetchFails {
            deliveries[0] = RegionDelivery(region: try slug("uppsala"), state: .fetchFailed, used: nil)
        }
        let regions = try regions()
        return PriceListInput(
            model: try options.everyRule ? modelOfEveryRule() : model(),
            modelFingerprint: Fingerprint(of: "model".utf8), weightLists: [try weights()],
            regions: options.isReversed ? regions.reversed() : regions,
            deliveries: options.isReversed ? deliveries.reversed() : deliveries, previous: try previous())
    }

    static let origin = RecordOrigin(part: 0, line: 118, column: 24, offset: 9431, length: 310)

    private static func uppsala(_ options: Options) throws -> PriceSubmission {
        let rising = (1...options.careServices).map { Amount(ore: 259_000 + Int64($0)) }
        let amounts = options.amounts.isEmpty ? rising : options.amounts
        let services = zip(1..., amounts).map { number, amount in
            service("akademiska", "kirurgi", "K\(number)", "Läkarbesök \(number)", .amount(amount))
        }
        let raised = service("akademiska", "kirurgi", "OLD", "Som i fjol", .asLastYear)
        return PriceSubmission(
            header: try header("uppsala", "232100-0024"), careServices: services + [raised],
            drgTariffs: [DRGTariff(provider: "akademiska", typesOfCare: .all, origin: origin)],
            drgExceptions: [
                DRGException(
                    provider: "akademiska", unit: "psykiatri", typesOfCare: .outpatient,
                    reason: "Vårdtjänster i stället",
                    origin: origin)
            ],
            drgFixedPrices: [
                DRGFixedPrice(
                    provider: "akademiska", drg: "T10N", typeOfCare: .inpatient, amount: Amount(ore: 9_900_000),
                    reason: "Särskilt uppdrag", origin: origin)
            ],
            surcharges: [
                Surcharge(
                    provider: "akademiska", unit: nil, code: "LM-1", text: options.surchargeText, measure: .piece,
                    amount: options.surchargeAmount, origin: origin)
            ])
    }

    private static func varmland() throws -> PriceSubmission {
        PriceSubmission(
            header: try header("varmland", "232100-0156"),
            careServices: [
                service("karlstad", "kirurgi", "V1", "=SUMMA(A1)", .amount(Amount(ore: 389_500))),
                service("karlstad", "kirurgi", "V2", "Inget pris i fjol; heller", .asLastYear),
            ],
            notApplicable: [
                NotApplicable(provider: "torsby", subject: .hospital, reason: "Ingen utomlänsvård", origin: origin)
            ])
    }

    private static func service(
        _ provider: String, _ unit: String, _ code: String, _ text: String, _ price: CareService.Price
    ) -> CareService {
        CareService(
            provider: provider, unit: unit, medicalFieldCode: MedicalFieldCode("301"), code: code, text: text,
            measure: .doctorVisit, typeOfCare: .outpatient, careLevel: .county, price: price, origin: origin)
    }

    private static func header(_ region: String, _ number: String) throws -> SubmissionHeader {
        SubmissionHeader(
            region: try slug(region), organisationNumber: try #require(OrganisationNumber(number)),
            year: try year(2023),
            created: Instant(milliseconds: 1_664_784_000_000))
    }

    /// A decision to adopt the list, from the model's first day unless another is given.
    static func decision(validFrom: String = "2023-01-01") throws -> ListDecision {
        ListDecision(
            number: "SN 2022-0031", paragraph: "47", day: try day("2022-12-02"), validFrom: try day(validFrom))
    }

    static func slug(_ text: String) throws -> RegionSlug { try #require(RegionSlug(text)) }
    private static func year(_ number: Int) throws -> Year { try #require(Year(number)) }
    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    static func regions() throws -> [Region] {
        let kirurgi = CareUnit(id: "kirurgi", name: "Kirurgkliniken", aliases: [], kind: .clinic, medicalFieldCodes: [])
        let psykiatri = CareUnit(
            id: "psykiatri", name: "Psykiatri", aliases: [], kind: .administration, medicalFieldCodes: [])
        return [
            Region(
                slug: try slug("varmland"), name: "Region Värmland", countyCode: "17",
                organisationNumber: try #require(OrganisationNumber("232100-0156")),
                hospitals: [
                    Hospital(id: "karlstad", name: "Centralsjukhuset i Karlstad", hsaID: nil, units: [kirurgi]),
                    Hospital(id: "torsby", name: "Sjukhuset i Torsby", hsaID: nil, units: []),
                ]),
            Region(
                slug: try slug("uppsala"), name: "Region Uppsala", countyCode: "03",
                organisationNumber: try #require(OrganisationNumber("232100-0024")),
                hospitals: [
                    Hospital(
                        id: "akademiska", name: "Akademiska sjukhuset", hsaID: "SE0000000000-TEST",
                        units: [kirurgi, psykiatri]),
                    Hospital(id: "enkoping", name: "Lasarettet i Enköping", hsaID: nil, units: []),
                ]),
        ]
    }
}

extension Sample {
    private static let weightListSum = Fingerprint(of: "weights".utf8)

    private static func model() throws -> PriceModel {
        PriceModel(
            year: try year(2023), purpose: .regional, priceListCode: "2", validFrom: try day("2023-01-01"),
            validTo: try day("2023-12-31"),
            pointPrices: [
                PointPrice(
                    id: "region", amount: Amount(ore: 7_475_000), weightList: "clinic", typesOfCare: .all,
                    providers: .asDeclared)
            ],
            weightLists: [
                WeightListReference(
                    id: "clinic", file: "synthetic.csv", kind: .clinic, sha256: weightListSum, synthetic: true)
            ],
            rounding: Rounding(id: "whole-krona-half-away-1", unit: .krona, mode: .halfAwayFromZero),
            priceDate: .discharge,
            indexation: Indexation(
                name: "LPIK", percent: ExactDecimal(units: 28, scale: 1), source: "Exempeltal", date: nil),
            outliers: .careServices, plausibility: Plausibility(changePercent: ExactDecimal(units: 10, scale: 0)),
            timetable: Timetable(
                weightsDue: try day("2022-10-31"), submissionsOpen: try day("2022-09-01"),
                submissionsClose: try day("2022-11-20"), decision: try day("2022-12-02")),
            typeOfAgreement: .regional)
    }

    private static func weights() throws -> WeightList {
        WeightList(
            id: "clinic", fingerprint: weightListSum,
            weights: [
                DRGWeight(
                    drg: "T10N", mdc: "19", text: "Bipolära syndrom <60", weight: ExactDecimal(units: 1210, scale: 3),
                    costLimit: Amount(ore: 19_386_100), daysLimit: 29, typeOfCare: .inpatient, line: 3),
                DRGWeight(
                    drg: "T01N", mdc: "19", text: "Op vid psyk besvär", weight: ExactDecimal(units: 1942, scale: 3),
                    costLimit: nil, daysLimit: nil, typeOfCare: .inpatient, line: 2),
            ])
    }

    private static func previous() throws -> PreviousPriceList {
        let key = CareServiceKey(
            region: try slug("uppsala"), provider: "akademiska", unit: "kirurgi", code: "OLD", typeOfCare: .outpatient,
            careLevel: .county)
        return PreviousPriceList(
            edition: PreviousEdition(
                year: try year(2022), number: 1, basis: .imported,
                decision: BoardDecision(reference: "SN 2021-0029 § 52", day: try day("2021-12-03"))),
            careServices: [PreviousCareService(key: key, text: "Som i fjol", amount: Amount(ore: 100_000))])
    }

    /// A table of others: two groups, no regions.
    static func reference() throws -> PriceListDocument {
        let model = PriceModel(
            year: try year(2017), purpose: .reference, priceListCode: "3", validFrom: try day("2017-01-01"),
            validTo: try day("2017-12-31"),
            pointPrices: [
                PointPrice(
                    id: "gotland", amount: Amount(ore: 4_637_100), weightList: "clinic", typesOfCare: .inpatient,
                    providers: .unspecified)
            ],
            weightLists: [
                WeightListReference(id: "clinic", file: "psykiatri.csv", kind: .clinic, sha256: weightListSum)
            ],
            rounding: Rounding(id: "whole-krona-half-away-1", unit: .krona, mode: .halfAwayFromZero))
        let input = PriceListInput(
            model: model, modelFingerprint: Fingerprint(of: "model".utf8), weightLists: [try weights()])
        return PriceListDocument(list: try PriceList.compute(input), regions: try regions(), codes: codes)
    }

    static let codes = CodeLists(
        measures: [CodeLists.Entry(code: "doctorVisit", swedish: "läkarbesök", english: "doctor's visit")],
        typesOfCare: [
            CodeLists.Entry(code: "01", swedish: "öppen vård", english: "outpatient care"),
            CodeLists.Entry(code: "02", swedish: "sluten vård", english: "inpatient care"),
        ],
        careLevels: [CodeLists.Entry(code: "2", swedish: "länssjukvård", english: "county care")],
        productCategories: [])
}
