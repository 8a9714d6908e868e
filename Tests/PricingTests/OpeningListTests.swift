import Federation
import Testing

@testable import Pricing

/// The first year: prices held against a list that was read in, with its measures and surcharges.
@Suite struct OpeningListTests {
    let varmland: Region

    init() throws { varmland = try Fixture.varmland() }

    /// A surcharge of last year at Karlstad.
    func lastYear(_ wire: String, measure: Measure = .piece) throws -> PreviousSurcharge {
        PreviousSurcharge(
            region: varmland.slug, provider: "karlstad", unit: nil, code: "LM1", text: "Läkemedel", measure: measure,
            amount: try Fixture.amount(wire))
    }

    func opening(
        _ surcharges: [PreviousSurcharge], _ services: [PreviousCareService] = []
    ) throws -> PreviousPriceList {
        PreviousPriceList(
            imported: try Fixture.previous([]).edition, careServices: services, surcharges: surcharges)
    }

    func list(
        _ previous: PreviousPriceList, surcharge wire: String? = nil, careServices: [CareService] = [],
        notApplicable: [NotApplicable] = []
    ) throws -> PriceList {
        let surcharge = try wire.map {
            Surcharge(
                provider: "karlstad", unit: nil, code: "LM1", text: "Läkemedel", measure: .piece,
                amount: try Fixture.amount($0), origin: Fixture.origin())
        }
        let submission = try Fixture.submission(
            of: varmland, careServices: careServices, surcharges: surcharge.map { [$0] } ?? [],
            notApplicable: notApplicable)
        return try PriceList.compute(
            Fixture.input(
                regions: [varmland], deliveries: [Fixture.delivery(submission)], previous: previous,
                model: .fixture(plausibility: .fixture())))
    }

    /// The findings on the list without those on what is missing.
    func findings(_ list: PriceList, _ previous: PreviousPriceList) -> [String] {
        ListRulebook.inspect(list, previous: previous).map(\.code).filter { !$0.hasPrefix("missing-") }
    }

    @Test func `a surcharge of the list read in is owed again, unless its hospital is closed`() throws {
        let previous = try opening([lastYear("1980.00")])
        let gone = try list(previous).missing.filter { $0.reason == .lineGone }
        #expect(gone.map(\.code) == ["LM1"] && gone.map(\.line?.section) == [.surcharge])
        #expect(gone.map { $0.lastAmount?.wire } == ["1980.00"])
        #expect(try !list(previous, surcharge: "1980.00").missing.contains { $0.reason == .lineGone })
        let closed = NotApplicable(
            provider: "karlstad", subject: .hospital, reason: "Stängt", origin: Fixture.origin())
        #expect(try !list(previous, notApplicable: [closed]).missing.contains { $0.reason == .lineGone })
    }

    @Test func `a surcharge thirty-three times the one read in is told, and one for something else`() throws {
        let previous = try opening([lastYear("1980.00")])
        let told = findings(try list(previous, surcharge: "66800.00"), previous)
        #expect(told == ["list-price-many-times-last-year", "change-without-reason"])
        #expect(findings(try list(previous, surcharge: "2000.00"), previous).isEmpty)
        let other = try opening([lastYear("1980.00", measure: .minute)])
        #expect(findings(try list(other, surcharge: "2000.00"), other) == ["measure-changed"])
    }

    @Test func `a price raised by the index for something else than last year's is told`() throws {
        let wish = Fixture.service("KIR01", price: .asLastYear)
        let key = CareServiceKey(region: varmland.slug, service: wish)
        let told = { (measure: Measure?) throws -> [String] in
            let last = PreviousCareService(
                key: key, text: wish.text, amount: try Fixture.amount("3113.00"), measure: measure)
            let previous = try opening([], [last])
            return findings(try list(previous, careServices: [wish]), previous)
        }
        #expect(try told(.minute) == ["measure-changed"])
        #expect(try told(.doctorVisit).isEmpty)
        // A list that does not tell says nothing.
        #expect(try told(nil).isEmpty)
    }

    @Test func `surcharges are compared only with a list that has any`() throws {
        let known = try opening([lastYear("1980.00")])
        let later = try list(known, surcharge: "2000.00")
        let told = PriceListDifference.between(ComparedList(known), ComparedList(later))
        #expect(Set(told.comparedSections) == [.careService, .surcharge] && told.changed.count == 1)
        let silent = PriceListDifference.between(ComparedList(try opening([])), ComparedList(later))
        #expect(silent.comparedSections == [.careService] && silent.new.isEmpty)
    }
}
