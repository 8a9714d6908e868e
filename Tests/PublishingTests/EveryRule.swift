import Federation
import Pricing
import Testing

extension Sample {
    /// The list with a model that states rules of every kind, and lines that come of such rules: a list to write down and
    /// read back, not one that was computed.
    static func withEveryRule(_ list: PriceList) throws -> PriceList {
        let header = list.header
        let hospital = ProviderReference(region: try slug("uppsala"), provider: "akademiska")
        let model = try everyRule(header.model, at: hospital)
        let fixed = DRGFixedPriceLine(
            region: hospital.region, provider: hospital.provider, drg: "T01N", typeOfCare: .outpatient,
            amount: Amount(ore: 6_000_001), reason: "Beslut om öppen vård", source: .model(path: "/fixedPrices/1"))
        let places = list.applicability.map { place in
            Applicability(
                region: place.region, provider: place.provider, typeOfCare: place.typeOfCare,
                pointPrice: place.pointPrice, exceptions: place.exceptions,
                decidedExceptions: model.exceptions.enumerated().map {
                    AppliedException(exception: $1, path: "/exceptions/\($0)")
                },
                origin: place.origin)
        }
        return PriceList(
            header: PriceListHeader(
                model: model, modelFingerprint: header.modelFingerprint, currency: header.currency,
                submissions: header.submissions, previous: header.previous, marks: header.marks),
            drg: list.drg, applicability: places, drgFixedPrices: [fixed] + list.drgFixedPrices,
            careServices: list.careServices, surcharges: list.surcharges, missing: list.missing,
            completeness: list.completeness)
    }

    private static func everyRule(_ plain: PriceModel, at hospital: ProviderReference) throws -> PriceModel {
        PriceModel(
            year: plain.year, purpose: plain.purpose, priceListCode: plain.priceListCode, validFrom: plain.validFrom,
            validTo: plain.validTo,
            pointPrices: plain.pointPrices + [
                PointPrice(
                    id: "akademiska", amount: Amount(ore: 8_000_050), weightList: "clinic", typesOfCare: .inpatient,
                    providers: .named([hospital]))
            ],
            weightLists: plain.weightLists,
            rounding: Rounding(id: "ore-even-1", unit: .ore, mode: .halfEven, at: .end),
            exceptions: [
                DecidedException(provider: hospital, unit: "kirurgi", typesOfCare: .inpatient, reason: "Nytt uppdrag"),
                DecidedException(provider: hospital, unit: nil, typesOfCare: .outpatient, reason: "Utreds"),
            ],
            fixedPrices: [
                DecidedFixedPrice(
                    drg: "T01N", typeOfCare: .inpatient, providers: .asDeclared, amount: Amount(ore: 5_000_000),
                    reason: "Beslut"),
                DecidedFixedPrice(
                    drg: "T01N", typeOfCare: .outpatient, providers: .named([hospital]), amount: Amount(ore: 6_000_001),
                    reason: "Beslut om öppen vård"),
            ],
            priceDate: .admission, indexation: try severalIndices(plain.indexation, at: hospital),
            outliers: .perDay(Amount(ore: 1_234_500)),
            plausibility: Plausibility(
                changePercent: ExactDecimal(units: 105, scale: 1),
                slip: Plausibility.Slip(timesMore: 10, timesLess: 100),
                deviation: Plausibility.Deviation(
                    factor: ExactDecimal(units: 5, scale: 0), leastRegions: 5,
                    zeroDistancePercent: ExactDecimal(units: 1, scale: 0)),
                suspiciousAmounts: [Amount(ore: 9_999_900)]),
            timetable: plain.timetable, typeOfAgreement: plain.typeOfAgreement, surcharges: .forbidden)
    }

    /// An index with two others: one of everything that it can name, one of a kind of care.
    static func severalIndices(_ plain: Indexation?, at hospital: ProviderReference) throws -> Indexation {
        let plain = try #require(plain)
        let codes = try ["301", "302"].map { try #require(MedicalFieldCode($0)) }
        return Indexation(
            name: plain.base.name, percent: plain.base.percent, source: plain.base.source, date: plain.base.date,
            others: [
                DecidedIndex(
                    id: "kirurgi",
                    index: PriceIndex(
                        name: "AKI", percent: ExactDecimal(units: 31, scale: 1), source: "Beslut § 7",
                        date: Day("2022-10-31")),
                    providers: [hospital], typeOfCare: .outpatient, medicalFieldCodes: codes),
                DecidedIndex(
                    id: "sluten",
                    index: PriceIndex(
                        name: "KPI", percent: ExactDecimal(units: -5, scale: 1), source: "SCB", date: nil),
                    typeOfCare: .inpatient),
            ])
    }
}
