import Federation
import Foundation
import Pricing
import Publishing
import Testing

struct `A list of a model with every rule` {
    private let document: PriceListDocument

    init() throws { document = try Sample.document { $0.everyRule = true } }

    @Test
    func `it is valid by both schemas`() throws {
        #expect(try Validator.complaints(aboutXML: document.xml().bytes) == "")
        #expect(try Validator.complaints(aboutJSON: document.json().bytes) == "")
    }

    @Test
    func `it states the named hospitals, the decided rules and the limits of what is plausible`() throws {
        let text = String(decoding: try document.json().bytes, as: UTF8.self)
        let parts = [
            #""namedProviders":[{"provider":"akademiska","region":"uppsala"}],"providers":"named""#,
            #""decidedExceptions":[{"reason":"Beslut § 4","rule":"/exceptions/0","typesOfCare":["01"]}]"#,
            #""outliers":{"amount":"9300.00","costLimit":true,"rule":"perDay"}"#,
            #""deviation":{"factor":"5","leastRegions":5,"zeroDistancePercent":"1"},"slip":{"timesLess":100,"timesMore":10}"#,
            #""others":[{"date":"2022-10-31","id":"kirurgi","medicalFieldCodes":["301","302"],"name":"AKI","namedProviders":[{"provider":"akademiska","region":"uppsala"}],"percent":"3.1","source":"Beslut § 7","typeOfCare":"01"},{"id":"sluten","name":"KPI","percent":"-0.5","source":"SCB","typeOfCare":"02"}]"#,
            #""amount":"1031.00","basis":"indexed""#,
            #""surcharges":{"allowed":true,"beside":"drg","leastAmount":"500.00"}"#,
            #""suspiciousAmounts":["99999.00"]"#, #""at":"end""#, #""rule":"/fixedPrices/0""#,
        ]
        for part in parts { #expect(text.contains(part), "\(part)") }
    }

    @Test
    func `the page says which index is for which care`() throws {
        let page = String(decoding: try document.page().bytes, as: UTF8.self)
        #expect(page.contains("LPIK 2,8 % (Exempeltal)"))
        #expect(page.contains("Uppräkning kirurgi"))
        #expect(
            page.contains(
                "AKI 3,1 %, Akademiska sjukhuset, öppen vård, medicinskt verksamhetsområde 301 och 302 (Beslut § 7)"))
        #expect(page.contains("KPI −0,5 %, sluten vård (SCB)"))
    }

    @Test
    func `the page tells the committee's exceptions apart from the region's`() throws {
        let page = String(decoding: try document.page().bytes, as: UTF8.self)
        #expect(page.contains("Hela sjukhuset (öppen vård): Beslut § 4 (beslut i prismodellen)"))
        #expect(page.contains("halva från noll, först i slutet"))
        #expect(page.contains("görs från 500 kr bara vid sidan av ett DRG-pris utan ytterfall"))
        #expect(page.contains("över kostnadsgränsen betalas hela vårdtillfället med vårdtjänster"))
    }
}

extension Sample {
    /// The usual model's year, with every rule that a committee can decide.
    static func modelOfEveryRule() throws -> PriceModel {
        let model = try document().list.header.model
        let akademiska = ProviderReference(region: try slug("uppsala"), provider: "akademiska")
        let named = PointPrice(
            id: "university", amount: Amount(ore: 8_000_000), weightList: "clinic", typesOfCare: .inpatient,
            providers: .named([akademiska]))
        return PriceModel(
            year: model.year, purpose: .regional, priceListCode: model.priceListCode, validFrom: model.validFrom,
            validTo: model.validTo, pointPrices: model.pointPrices + [named], weightLists: model.weightLists,
            rounding: Rounding(id: "whole-krona-end-1", unit: .krona, mode: .halfAwayFromZero, at: .end),
            exceptions: [
                DecidedException(provider: akademiska, unit: nil, typesOfCare: .outpatient, reason: "Beslut § 4")
            ],
            fixedPrices: [
                DecidedFixedPrice(
                    drg: "T01N", typeOfCare: .inpatient, providers: .asDeclared, amount: Amount(ore: 9_000_000),
                    reason: "Beslut § 5")
            ],
            priceDate: model.priceDate, indexation: try severalIndices(model.indexation, at: akademiska),
            outliers: OutlierRule(.perDay(Amount(ore: 930_000)), costLimit: true),
            plausibility: Plausibility(
                changePercent: ExactDecimal(units: 10, scale: 0),
                slip: Plausibility.Slip(timesMore: 10, timesLess: 100),
                deviation: Plausibility.Deviation(
                    factor: ExactDecimal(units: 5, scale: 0), leastRegions: 5,
                    zeroDistancePercent: ExactDecimal(units: 1, scale: 0)),
                suspiciousAmounts: [Amount(ore: 9_999_900)]),
            timetable: model.timetable, typeOfAgreement: model.typeOfAgreement,
            surcharges: .allowed(leastAmount: Amount(ore: 50_000), beside: .drg))
    }
}
