import Federation
import Testing

@testable import Pricing

/// Counts of the completeness proof add up, and what does not is seen.
@Suite struct CompletenessProofTests {
    let varmland: Region
    let dalarna: Region

    init() throws {
        varmland = try Fixture.varmland()
        dalarna = try Fixture.dalarna()
    }

    func input() throws -> PriceListInput {
        let again = Fixture.service("KIR01", price: .asLastYear)
        let changed = Fixture.service("KIR02", price: .amount(try Fixture.amount("5.00")))
        let wish = Fixture.service("KIR09", price: .asLastYear)
        let gone = ["KIR03", "KIR04"].map { Fixture.service($0, price: .asLastYear) }
        let falun = Fixture.service("KIR01", provider: "falun", price: .asLastYear)
        let last =
            try ([again, changed] + gone).map { try Fixture.lastYear($0, in: varmland, "100.00") }
            + [Fixture.lastYear(falun, in: dalarna, "100.00")]
        let declared = NotApplicable(
            provider: "karlstad",
            subject: .line(unit: "kirurgi", code: "KIR03", typeOfCare: .outpatient, careLevel: .county),
            reason: "Utförs inte", origin: Fixture.origin())
        let fixed = DRGFixedPrice(
            provider: "karlstad", drg: "A01N", typeOfCare: .inpatient, amount: Amount(ore: 100), reason: "Avtal",
            origin: Fixture.origin())
        let submission = try Fixture.submission(
            of: varmland, careServices: [again, changed, wish],
            drgTariffs: [DRGTariff(provider: "karlstad", typesOfCare: .all, origin: Fixture.origin())],
            drgFixedPrices: [fixed], notApplicable: [declared])
        let groups = try [
            Fixture.group("A01N", weight: "1.0", line: 2), Fixture.group("A02N", weight: nil, line: 3),
            Fixture.group("A03N", weight: "0.5", typeOfCare: .outpatient, line: 4),
        ]
        return try Fixture.input(
            regions: [varmland, dalarna], deliveries: [Fixture.delivery(submission)],
            previous: Fixture.previous(last), groups: groups)
    }

    @Test func `groups are priced or told why not, and the counts add up`() throws {
        let input = try input()
        let proof = try PriceList.compute(input).completenessProof(input)
        #expect(proof.holds)
        let weights = try #require(proof.weightLists.first)
        #expect(weights.groups == 3 && weights.priced == 2 && weights.lines == 2)
        #expect(weights.unpriced.map(\.code) == ["A02N"])
        #expect(weights.unpriced.map(\.reason) == [.groupWithoutWeight])
        #expect(weights.groups == weights.priced + weights.unpriced.count)
    }

    @Test func `last year's lines are again, not applicable or gone, region by region`() throws {
        let input = try input()
        let proof = try PriceList.compute(input).completenessProof(input)
        #expect(proof.regions.map(\.completeness.region) == [dalarna.slug, varmland.slug])
        for region in proof.regions {
            let counts = region.completeness
            #expect(counts.linesOwed == counts.linesAgain + counts.linesNotApplicable + counts.linesGone)
        }
        let owed = proof.regions.reduce(0) { $0 + $1.completeness.linesOwed }
        #expect(owed == input.previous?.careServices.count)
        let own = try #require(proof.regions.last)
        #expect(own.delivered[.careService] == 3 && own.listed[.careService] == 2)
        #expect(own.completeness.linesWithoutPrice == 1)
        #expect(own.delivered[.drgFixedPrice] == 1 && own.tariffs == 1 && own.version == Fixture.version)
        #expect(own.missing.map(\.reason) == [.hospitalSilent, .lineGone, .noLastYearPrice])
        #expect(proof.regions.first?.missing.map(\.reason) == [.notDelivered])
    }

    @Test func `a line that vanished on the way is a gap`() throws {
        let input = try input()
        let list = try PriceList.compute(input)
        let vanished = try #require(list.careServices.first)
        let broken = PriceList(
            header: list.header, drg: Array(list.drg.dropFirst()), applicability: list.applicability,
            drgFixedPrices: list.drgFixedPrices, careServices: Array(list.careServices.dropFirst()),
            surcharges: list.surcharges, missing: list.missing, completeness: list.completeness)
        let proof = broken.completenessProof(input)
        #expect(!proof.holds)
        let group = try #require(list.drg.first?.group)
        #expect(
            proof.gaps == [
                .group(weightList: "clinic-2023", drg: group.drg, typeOfCare: group.typeOfCare),
                .records(varmland.slug, .careService, delivered: 3, found: 2), .lastYear(vanished.id),
            ])
    }

    @Test func `a surcharge or fixed price of last year that is not there again is told missing`() throws {
        let surcharge = Surcharge(
            provider: "karlstad", unit: nil, code: "LKM01", text: "Läkemedel", measure: .piece,
            amount: Amount(ore: 100),
            origin: Fixture.origin())
        let fixed = DRGFixedPrice(
            provider: "karlstad", drg: "T10N", typeOfCare: .inpatient, amount: Amount(ore: 100), reason: "Avtal",
            origin: Fixture.origin())
        let tariff = DRGTariff(provider: "karlstad", typesOfCare: .all, origin: Fixture.origin())
        let before = try PriceList.compute(
            Fixture.input(
                regions: [varmland],
                deliveries: [
                    Fixture.delivery(
                        Fixture.submission(
                            of: varmland, drgTariffs: [tariff], drgFixedPrices: [fixed], surcharges: [surcharge]))
                ]))
        let previous = PreviousPriceList(before, edition: try Fixture.previous([]).edition)
        let closed = NotApplicable(
            provider: "karlstad", subject: .hospital, reason: "Stängt", origin: Fixture.origin())
        for (statements, expected) in [([], 2), ([closed], 0)] {
            let input = try Fixture.input(
                regions: [varmland],
                deliveries: [Fixture.delivery(Fixture.submission(of: varmland, notApplicable: statements))],
                previous: previous)
            let list = try PriceList.compute(input)
            let gone = list.missing.filter { $0.reason == .lineGone }
            #expect(gone.count == expected && list.completenessProof(input).holds)
            #expect(
                Set(gone.compactMap(\.line)).isSubset(
                    of: (before.surcharges.map(\.id) + before.drgFixedPrices.map(\.id))))
        }
    }

    @Test func `lines of a region that has no description any more are a finding, and no gap`() throws {
        let falun = Fixture.service("KIR01", provider: "falun", price: .asLastYear)
        let input = try Fixture.input(
            regions: [varmland], deliveries: [Fixture.delivery(Fixture.submission(of: varmland))],
            previous: Fixture.previous([Fixture.lastYear(falun, in: dalarna, "100.00")]))
        let list = try PriceList.compute(input)
        #expect(list.completenessProof(input).holds)
        let told = ListRulebook.inspect(list, previous: input.previous).filter { $0.code == "region-left" }
        #expect(told.map(\.region) == [dalarna.slug])
    }
}
