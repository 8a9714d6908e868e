import Federation
import Testing

@testable import Pricing

@Suite struct OrderTests {
    /// A generator that gives the same numbers in every run.
    struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    func services(of region: Region) -> [CareService] {
        region.hospitals.flatMap { hospital in
            (0..<60).map { number in
                Fixture.service(
                    // Some codes differ only after eight bytes, some only in length.
                    number.isMultiple(of: 2) ? "K\(number)" : "KIRURGI-\(number)", provider: hospital.id,
                    unit: ["kirurgi", "medicin", "ogon"][number % 3],
                    price: number.isMultiple(of: 4) ? .asLastYear : .amount(Amount(ore: Int64(number) * 1_00)),
                    line: UInt32(number))
            }
        }
    }

    func input(shuffledBy seed: UInt64?) throws -> PriceListInput {
        var numbers = Numbers(state: seed ?? 0)
        func shuffled<Value>(_ values: [Value]) -> [Value] { seed == nil ? values : values.shuffled(using: &numbers) }
        let regions = try [Fixture.varmland(), Fixture.dalarna()]
        let deliveries = try regions.map { region in
            let providers = region.hospitals.map(\.id)
            let exceptions = providers.flatMap { provider in
                ["psykiatri", "handkirurgi"].map {
                    DRGException(
                        provider: provider, unit: $0, typesOfCare: .all, reason: "Skäl", origin: Fixture.origin(9))
                }
            }
            return Fixture.delivery(
                try Fixture.submission(
                    of: region, careServices: shuffled(services(of: region)),
                    drgTariffs: shuffled(
                        providers.map { DRGTariff(provider: $0, typesOfCare: .all, origin: Fixture.origin(3)) }),
                    drgExceptions: shuffled(exceptions),
                    surcharges: shuffled(
                        (1...9).map {
                            Surcharge(
                                provider: providers[0], unit: nil, code: "LM\($0)", text: "Läkemedel",
                                measure: .piece, amount: Amount(ore: $0), origin: Fixture.origin(4))
                        })))
        }
        let last = try regions.flatMap { region in
            try services(of: region).dropFirst(5).dropLast(7).map { try Fixture.lastYear($0, in: region, "1033.00") }
        }
        let groups = try ["A01N", "T10N", "B20C"].map { try Fixture.group($0, weight: "1.210") }
        return try Fixture.input(
            regions: shuffled(regions), deliveries: shuffled(deliveries),
            previous: Fixture.previous(shuffled(last)), groups: shuffled(groups))
    }

    @Test func `the same input in any order gives the same list`() throws {
        let list = try PriceList.compute(input(shuffledBy: nil))
        #expect(list.careServices.count > 100 && !list.missing.isEmpty)
        for seed in 1...5 as ClosedRange<UInt64> {
            #expect(try PriceList.compute(input(shuffledBy: seed)) == list)
        }
    }

    @Test func `lines stand in order of the UTF-8 bytes of their keys`() throws {
        let list = try PriceList.compute(input(shuffledBy: 7))
        let keys = list.careServices.map(\.key.fields)
        for (one, other) in zip(keys, keys.dropFirst()) { #expect(CanonicalOrder.precedes(one, other)) }
        #expect(list.drg.map(\.group.drg) == ["A01N", "B20C", "T10N"])
        #expect(list.completeness.map(\.region.text) == ["dalarna", "varmland"])
    }
}
