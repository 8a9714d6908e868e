import Federation
import Testing

@testable import Pricing

/// How far a region is from the others, by medians that are exact.
@Suite struct RegionalSpreadTests {
    let five = Plausibility.Deviation(
        factor: ExactDecimal(units: 5, scale: 0), leastRegions: 5, zeroDistancePercent: ExactDecimal(units: 1, scale: 0)
    )

    func spread(_ prices: [(String, Int64)], least: Int = 5) throws -> RegionalSpread? {
        RegionalSpread(
            try prices.map { (try Fixture.slug($0.0), Amount(ore: $0.1)) }, leastRegions: least)
    }

    @Test func `the median and the median distance of an odd number of regions`() throws {
        let prices: [(String, Int64)] = [("a", 100), ("b", 102), ("c", 98), ("d", 110), ("e", 200)]
        let told = try #require(try spread(prices))
        #expect(told.median == EighthsOfOre(Amount(ore: 102)))
        // Distances 2, 0, 4, 8, 98.
        #expect(told.medianDistance == EighthsOfOre(Amount(ore: 4)))
        #expect(!told.isFar(Amount(ore: 122), by: five) && told.isFar(Amount(ore: 123), by: five))
        #expect(!told.isFar(Amount(ore: 82), by: five) && told.isFar(Amount(ore: 81), by: five))
    }

    @Test func `halves are exact where the numbers are even`() throws {
        let prices: [(String, Int64)] = [
            ("a", 100), ("a", 101), ("b", 103), ("b", 104), ("c", 1), ("d", 1_000), ("e", 2), ("f", 1_001),
        ]
        let told = try #require(try spread(prices))
        // Regions a 100.5 and b 103.5 are the middle ones.
        #expect(told.median.eighths == 102 * 8)
        #expect(told.median.text == "1.02")
        // Distances 1.5, 1.5, 101, 898, 100, 899: the middle ones are 100 and 101.
        #expect(told.medianDistance.eighths == 804)
        #expect(told.medianDistance.text == "1.005")
    }

    @Test func `a region with many clinics counts once`() throws {
        let many = (0..<40).map { _ in ("a", Int64(900)) }
        let told = try #require(try spread(many + [("b", 100), ("c", 100), ("d", 104), ("e", 96)]))
        #expect(told.regions == 5)
        #expect(told.median == EighthsOfOre(Amount(ore: 100)))
    }

    @Test func `where most regions ask the same, the model's percentage of it is the measure`() throws {
        let told = try #require(
            try spread([("a", 10_000), ("b", 10_000), ("c", 10_000), ("d", 10_500), ("e", 10_501)]))
        #expect(told.medianDistance.eighths == 0)
        #expect(!told.isFar(Amount(ore: 10_500), by: five) && told.isFar(Amount(ore: 10_501), by: five))
        let half = Plausibility.Deviation(
            factor: five.factor, leastRegions: 5, zeroDistancePercent: ExactDecimal(units: 5, scale: 1))
        #expect(!told.isFar(Amount(ore: 10_250), by: half) && told.isFar(Amount(ore: 10_251), by: half))
    }

    @Test func `too few regions say nothing`() throws {
        #expect(try spread([("a", 1), ("b", 1), ("c", 1), ("d", 99), ("d", 98)]) == nil)
    }

    @Test func `a price far from the other regions' is told on its line, and only for the same service`() throws {
        let template = try Fixture.varmland()
        var regions: [Region] = []
        var deliveries: [RegionDelivery] = []
        for (index, kronor) in [100, 102, 98, 101, 500].enumerated() {
            let region = Region(
                slug: try Fixture.slug("r\(index)"), name: "R", countyCode: "17",
                organisationNumber: template.organisationNumber,
                hospitals: [Hospital(id: "h\(index)", name: "H", hsaID: nil, units: [])])
            let price = CareService.Price.amount(Amount(ore: Int64(kronor) * 100))
            // The other service has another level in each second region, so never five regions with the same.
            let other = Fixture.service(
                "KIR02", provider: "h\(index)", price: price, careLevel: index % 2 == 0 ? .county : .regional)
            let services = [Fixture.service("KIR01", provider: "h\(index)", price: price), other]
            regions.append(region)
            deliveries.append(Fixture.delivery(try Fixture.submission(of: region, careServices: services)))
        }
        let list = try PriceList.compute(
            Fixture.input(regions: regions, deliveries: deliveries, model: .fixture(plausibility: .fixture())))
        let told = ListRulebook.inspect(list, previous: nil).filter {
            $0.code == "far-from-other-regions"
        }
        #expect(told.map(\.region?.text) == ["r4"])
        let facts = try #require(told.first?.facts)
        let deviation = PriceDeviation(
            amount: Amount(ore: 50_000), measure: .doctorVisit, median: EighthsOfOre(Amount(ore: 10_100)),
            medianDistance: EighthsOfOre(Amount(ore: 100)), regions: 5)
        #expect(facts == .deviation(deviation))
    }
}
