import Federation
import Testing

@testable import Pricing

@Suite struct ExplanationTests {
    /// With plain blanks, so that the tests can be read.
    func text(_ explanation: Explanation?, _ language: Language = .swedish) throws -> String {
        ExplanationText(language).write(try #require(explanation)).replacing("\u{A0}", with: " ")
    }

    @Test func `a DRG price is explained by its row and its rule`() throws {
        let list = try Contracts.list2017()
        let line = try #require(list.drg.first { $0.group.drg == "T10N" })
        let model = list.header.modelFingerprint.short
        let weights = try #require(list.header.model.weightLists.first).sha256.short
        #expect(
            try text(list.explain(line.id)) == """
                T10N  Bipolära syndrom <60, sluten vård                                    56 109 kr
                  1  vikt 1,210 × poängpris 46 371 kr = 56 108,91 kr
                       1,210   psykiatri-klinik-2017.csv, rad 3 · version \(weights)
                       46 371  prismodell 2017, pointPrices "region" · version \(model)
                  2  avrundat till hela kronor, halv krona från noll: 56 109 kr
                       whole-krona-half-away-1  prismodell 2017, rounding "whole-krona-half-away-1" · version \(model)
                """)
    }

    @Test func `one day past the limit is told as one`() {
        let lines = { (days: Int, language: Language) in
            let step = ExplanationStep(
                number: 1,
                operation: .perDay(
                    days: days, amount: Amount(ore: 100_000), product: ExactProduct(units: 100_000, scale: 2)),
                inputs: [])
            return ExplanationText(language).lines(of: [step]).joined()
        }
        #expect(lines(1, .swedish).contains("1 dag över gränsen ×"))
        #expect(lines(2, .swedish).contains("2 dagar över gränsen ×"))
        #expect(lines(1, .english).contains("1 day past the limit ×"))
    }

    @Test func `a raised price is explained by last year's line and the index, in English too`() throws {
        let region = try Fixture.varmland()
        let service = Fixture.service("KIR01", price: .asLastYear, line: 118)
        let list = try PriceList.compute(
            Fixture.input(
                regions: [region],
                deliveries: [Fixture.delivery(Fixture.submission(of: region, careServices: [service]))],
                previous: Fixture.previous([Fixture.lastYear(service, in: region, "1033.00")])))
        let id = try #require(list.careServices.first).id
        var explanation = try #require(list.explain(id))
        explanation.steps[0].inputs[0].excerpt = RawExcerpt(
            path: "/Prislista/Pris[4]", before: "<A/>\n  ", text: "<Pris>\n\tsom förra året</Pris>", after: "\n<B/>")
        let model = list.header.modelFingerprint.short
        let version = Fixture.version.short
        #expect(
            try text(explanation, .english) == """
                KIR01  Läkarbesök KIR01, outpatient care                                   SEK 1,062
                      varmland · karlstad · kirurgi
                  1  last year's price SEK 1,033 × (1 + 2.8%), LPIK = SEK 1,061.924
                       as last year  varmland · version \(version) · line 118, column 5 (byte 11,800–11,880)
                                     /Prislista/Pris[4]
                                       <A/>
                                     >   <Pris>
                                     >  som förra året</Pris>
                                       <B/>
                       1,033         price list 2022, edition 1, opening list (SN 2021-0029 § 52), \(id)
                       2.8%          price model 2023, indexation "LPIK" (exempel, 2022-10-14) · version \(model)
                  2  rounded to whole kronor, half a krona away from zero: SEK 1,062
                       whole-krona-half-away-1  price model 2023, rounding "whole-krona-half-away-1" · version \(model)
                """)
    }

    @Test func `a delivered price, a surcharge and a fixed price are explained by their place`() throws {
        let region = try Fixture.varmland()
        let price = try Fixture.amount("2590.50")
        let service = Fixture.service("KIR01", price: .amount(price), line: 7)
        let surcharge = Surcharge(
            provider: "karlstad", unit: nil, code: "LM1", text: "Läkemedel", measure: .piece, amount: price,
            origin: Fixture.origin(8))
        let fixed = DRGFixedPrice(
            provider: "karlstad", drg: "T10N", typeOfCare: .inpatient, amount: price, reason: "Avtal",
            origin: Fixture.origin(9))
        let submission = try Fixture.submission(
            of: region, careServices: [service],
            drgTariffs: [DRGTariff(provider: "karlstad", typesOfCare: .all, origin: Fixture.origin(6))],
            drgFixedPrices: [fixed], surcharges: [surcharge])
        let list = try PriceList.compute(
            Fixture.input(regions: [region], deliveries: [Fixture.delivery(submission)]))
        let ids = list.careServices.map(\.id) + list.surcharges.map(\.id) + list.drgFixedPrices.map(\.id)
        #expect(ids.count == 3)
        for (id, origin) in zip(ids, [service.origin, surcharge.origin, fixed.origin]) {
            let explanation = try #require(list.explain(id))
            #expect(explanation.steps.map(\.operation) == [.takeOver(price)])
            #expect(
                explanation.steps.first?.inputs.map(\.origin)
                    == [.delivery(region: region.slug, version: Fixture.version, place: origin)])
            #expect(try text(explanation).contains("regionens eget belopp, oförändrat: 2 590,50 kr"))
        }
    }

    @Test func `the result of every step follows from its numbers`() throws {
        for line in try Contracts.list2017().drg {
            let explanation = try Contracts.list2017().explain(line)
            guard case .multiply(let weight, let pointPrice, let product) = explanation.steps[0].operation,
                case .round(let unrounded, let rule, let result) = explanation.steps[1].operation
            else {
                Issue.record("other steps than weight × point price, rounded")
                continue
            }
            #expect(ExactProduct(pointPrice, times: weight) == product)
            #expect(unrounded == product && rule.round(product) == result && result == line.amount)
        }
    }

    @Test func `a line that the list does not have is not explained`() throws {
        #expect(try Contracts.list2017().explain(LineID(section: .careService, digits: 1)) == nil)
    }
}
