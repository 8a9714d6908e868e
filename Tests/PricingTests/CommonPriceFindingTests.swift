import Federation
import Testing

@testable import Pricing

/// Slips in what all prices share: point price, weights and index; and what the deliveries were warned of.
@Suite struct CommonPriceFindingTests {
    let varmland: Region

    init() throws { varmland = try Fixture.varmland() }

    /// The findings on a list of two groups, whose point price was another last year; the second one's price of last year
    /// may be given by itself.
    func findings(pointPrice: String, lastYear: String, second: String? = nil) throws -> [ListFinding] {
        let last = PreviousPriceList(
            try list(pointPrice: lastYear, previous: nil), edition: try Fixture.previous([]).edition)
        let others = try last.otherLines.map { line in
            guard let second, line.key.code == "T11N" else { return line }
            return ListedLine(
                id: line.id, key: line.key, text: line.text, amount: try Fixture.amount(second), group: line.group)
        }
        let previous = PreviousPriceList(
            edition: last.edition, careServices: last.careServices, otherLines: others,
            knownSections: last.knownSections)
        return ListRulebook.inspect(try list(pointPrice: pointPrice, previous: previous), previous: previous)
            .filter { !$0.code.hasPrefix("missing-") }
    }

    func list(pointPrice: String, previous: PreviousPriceList?) throws -> PriceList {
        try PriceList.compute(
            Fixture.input(
                regions: [varmland], deliveries: [Fixture.delivery(Fixture.submission(of: varmland))],
                previous: previous,
                model: .fixture(pointPrices: [.fixture(amount: pointPrice)], plausibility: .fixture()),
                groups: [Fixture.group("T10N", weight: "1"), Fixture.group("T11N", weight: "2", line: 3)]))
    }

    @Test func `a point price that moves more than a price may is told once, with the greatest change`() throws {
        let told = try findings(pointPrice: "74750.00", lastYear: "60000.00")
        #expect(told.map(\.code) == ["drg-prices-moved"])
        guard case .moved(let moved) = try #require(told.first).facts else { throw Missing() }
        #expect(moved.count == 2 && moved.all == 2 && moved.pointPrice == "region")
        #expect(moved.greatest.last.wire == "60000.00" && moved.greatest.amount.wire == "74750.00")
        #expect(try findings(pointPrice: "66000.00", lastYear: "60000.00").isEmpty)
    }

    @Test func `what is told of moved prices is another matter when last year's list is another`() throws {
        let first = try #require(findings(pointPrice: "74750.00", lastYear: "60000.00").first)
        #expect(first.lastAmount?.wire == "60000.00" && first.statedBesides != nil)
        let corrected = try #require(findings(pointPrice: "74750.00", lastYear: "60001.00").first)
        #expect(corrected.lastAmount != first.lastAmount)
        // The greatest change is the same, but another one is below the limit now.
        let fewer = try #require(findings(pointPrice: "74750.00", lastYear: "60000.00", second: "149000.00").first)
        #expect(fewer.lastAmount == first.lastAmount && fewer.statedBesides != first.statedBesides)
    }

    @Test func `a point price with a slip of the decimal sign is told on each group`() throws {
        let told = try findings(pointPrice: "747500.00", lastYear: "74750.00").map(\.code)
        #expect(told.filter { $0 == "list-price-many-times-last-year" }.count == 2)
        #expect(told.contains("drg-prices-moved"))
    }

    @Test func `an index beyond what a price may change is told, at it is not`() throws {
        let codes = { (percent: String) in
            ListRulebook.inspect(try indexed(.fixture(percent: percent)), previous: nil).map(\.code)
        }
        #expect(try codes("28").contains("index-beyond-limit"))
        #expect(try codes("-28").contains("index-beyond-limit"))
        #expect(try !codes("-10").contains("index-beyond-limit"))
        #expect(try !codes("10.0").contains("index-beyond-limit"))
    }

    @Test func `an index without the day of its table is told where a price is raised by it`() throws {
        let model = try PriceModel.fixture(indexDay: nil)
        #expect(ListRulebook.inspect(try indexed(model), previous: nil).map(\.code).contains("index-without-date"))
        let empty = try PriceList.compute(
            Fixture.input(
                regions: [varmland], deliveries: [Fixture.delivery(Fixture.submission(of: varmland))], model: model))
        #expect(!ListRulebook.inspect(empty, previous: nil).map(\.code).contains("index-without-date"))
    }

    @Test func `what the examination warned of is told with the list, and tied to the delivery`() throws {
        let list = try list(pointPrice: "74750.00", previous: nil)
        let told = ListRulebook.inspect(
            list, previous: nil, deliveryWarnings: [varmland.slug: ["late-delivery": 1, "letters-lost": 12]])
        let finding = try #require(told.first { $0.code == "delivery-with-warnings" })
        #expect(finding.facts == .name("late-delivery (1), letters-lost (12)"))
        #expect(finding.evidence == .whole(Fixture.version) && finding.region == varmland.slug)
        let none = ListRulebook.inspect(list, previous: nil, deliveryWarnings: [varmland.slug: [:]])
        #expect(!none.map(\.code).contains("delivery-with-warnings"))
    }

    private struct Missing: Error {}

    /// A list with one price that is raised by the model's index.
    private func indexed(_ model: PriceModel) throws -> PriceList {
        let wish = Fixture.service("KIR01", price: .asLastYear)
        return try PriceList.compute(
            Fixture.input(
                regions: [varmland],
                deliveries: [Fixture.delivery(Fixture.submission(of: varmland, careServices: [wish]))],
                previous: Fixture.previous([Fixture.lastYear(wish, in: varmland, "1000.00")]), model: model))
    }
}
