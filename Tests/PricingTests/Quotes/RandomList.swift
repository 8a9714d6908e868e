import Federation
import Testing

@testable import Pricing

/// A list of random rules and prices at two hospitals: two point prices, fixed prices, exceptions, services with two
/// indices, and surcharges with a rule or without one.
struct RandomList {
    static let providers = ["arvika", "karlstad"]
    static let kinds: [TypeOfCare] = [.inpatient, .outpatient]

    var numbers: OrderTests.Numbers
    let rounding: Rounding
    let outliers: OutlierRule
    let percent: ExactDecimal
    private(set) var points: [PointPrice] = []
    private(set) var groups: [DRGWeight] = []
    private(set) var tariffs: [DRGTariff] = []
    /// What the region excepts, and what the committee does.
    private(set) var exceptions: [DRGException] = []
    private(set) var decidedExceptions: [DecidedException] = []
    /// What the region fixes, and what the committee does.
    private(set) var fixed: [DRGFixedPrice] = []
    private(set) var decidedFixed: [DecidedFixedPrice] = []
    private(set) var services: [CareService] = []
    /// What services without an amount of their own cost last year.
    private(set) var last: [PreviousCareService] = []
    private(set) var surcharges: [Surcharge] = []
    /// The index of the outpatient care in Karlstad.
    private(set) var otherIndex: DecidedIndex?
    private(set) var surchargeRule: SurchargeRule?

    init(seed: UInt64) throws {
        var numbers = OrderTests.Numbers(state: seed)
        rounding = Rounding(
            id: "rule", unit: Rounding.Unit.allCases.randomElement(using: &numbers) ?? .krona,
            mode: Rounding.Mode.allCases.randomElement(using: &numbers) ?? .halfEven,
            at: Rounding.Moment.allCases.randomElement(using: &numbers) ?? .end)
        let payment: OutlierRule.Payment =
            Bool.random(using: &numbers)
            ? .careServices : .perDay(Amount(ore: .random(in: 1...500_000, using: &numbers)))
        outliers = OutlierRule(payment, costLimit: .random(using: &numbers))
        percent = ExactDecimal(
            units: .random(in: -999...9_999, using: &numbers), scale: .random(in: 1...4, using: &numbers))
        self.numbers = numbers
        try drawRules()
        try drawDeliveries()
        try drawIndexAndSurchargeRule()
    }

    /// The common point price holds everywhere, and Karlstad has one of its own for inpatient care.
    private mutating func drawRules() throws {
        let karlstad = ProviderReference(region: try Fixture.slug("varmland"), provider: "karlstad")
        points = [
            PointPrice(
                id: "region", amount: point(), weightList: "clinic-2023", typesOfCare: .all, providers: .asDeclared),
            PointPrice(
                id: "own", amount: point(), weightList: "clinic-2023", typesOfCare: .inpatient,
                providers: .named([karlstad])),
        ]
        for (number, kind) in (Self.kinds + Self.kinds + Self.kinds + Self.kinds).enumerated() {
            groups.append(group(number, kind))
        }
        decidedExceptions = [
            DecidedException(provider: karlstad, unit: "hand", typesOfCare: .inpatient, reason: "Beslut")
        ]
        // The first group's is general, and gives way to the region's own in Karlstad.
        decidedFixed = [
            decided(groups[0], .asDeclared), decided(groups[1], .asDeclared), decided(groups[2], .named([karlstad])),
        ]
    }

    private mutating func drawDeliveries() throws {
        tariffs = zip(Self.providers, [.random(using: &numbers) ? .all : .inpatient, .all]).map {
            DRGTariff(provider: $0, typesOfCare: $1, origin: Fixture.origin(4))
        }
        exceptions = [
            DRGException(
                provider: "karlstad", unit: "psykiatri", typesOfCare: .random(using: &numbers) ? .all : .outpatient,
                reason: "Psykiatri", origin: Fixture.origin(5))
        ]
        fixed = [
            DRGFixedPrice(
                provider: "karlstad", drg: groups[0].drg, typeOfCare: groups[0].typeOfCare, amount: amount(),
                reason: "Avtal", origin: Fixture.origin(6))
        ]
        let region = try Fixture.slug("varmland")
        for (provider, code) in Self.providers.flatMap({ provider in (0..<6).map { (provider, $0) } }) {
            let amount = amount()
            let isOwn = code.isMultiple(of: 2)
            let service = Fixture.service(
                "S\(code)", provider: provider, price: isOwn ? .amount(amount) : .asLastYear,
                typeOfCare: Self.kinds[code / 2 % 2], line: UInt32(services.count) + 10)
            services.append(service)
            guard !isOwn else { continue }
            last.append(
                PreviousCareService(key: CareServiceKey(region: region, service: service), text: "", amount: amount))
        }
        for provider in Self.providers {
            surcharges.append(
                Surcharge(
                    provider: provider, unit: nil, code: "T0", text: "", measure: .piece, amount: amount(),
                    origin: Fixture.origin(7)))
        }
    }
}

extension RandomList {
    private mutating func drawIndexAndSurchargeRule() throws {
        otherIndex = try .fixture(
            "karlstad", percent: "\(Int.random(in: -99...99, using: &numbers)).5",
            providers: [ProviderReference(region: Fixture.slug("varmland"), provider: "karlstad")],
            typeOfCare: .outpatient)
        let least = Bool.random(using: &numbers) ? Amount(ore: .random(in: 1...999_900, using: &numbers)) : nil
        let rules: [SurchargeRule?] = [
            nil, .forbidden, .allowed(leastAmount: least, beside: .drg), .allowed(leastAmount: least, beside: .all),
        ]
        surchargeRule = rules.randomElement(using: &numbers) ?? nil
    }

    /// What the list is computed from.
    func input() throws -> PriceListInput {
        let region = try QuoteFixture.region()
        let submission = try Fixture.submission(
            of: region, careServices: services, drgTariffs: tariffs, drgExceptions: exceptions, drgFixedPrices: fixed,
            surcharges: surcharges)
        let model = try PriceModel.fixture(
            pointPrices: points, rounding: rounding, percent: percent.text,
            otherIndices: otherIndex.map { [$0] } ?? [], outliers: outliers, exceptions: decidedExceptions,
            fixedPrices: decidedFixed, surcharges: surchargeRule)
        return try Fixture.input(
            regions: [region], deliveries: [Fixture.delivery(submission)], previous: Fixture.previous(last),
            model: model, groups: groups)
    }

    /// Often zero, small, half a krona, or up to a million million kronor.
    mutating func amount() -> Amount {
        let kronor: [Int64] = [
            0, 1, .random(in: 0...9_999, using: &numbers), .random(in: 0...1_000_000_000_000, using: &numbers),
        ]
        let ore = [0, 50, Int64.random(in: 0...99, using: &numbers)]
        return Amount(
            ore: (kronor.randomElement(using: &numbers) ?? 0) * 100 + (ore.randomElement(using: &numbers) ?? 0))
    }

    /// A point price: never zero, often large, often with half a krona.
    mutating func point() -> Amount {
        let kronor = Int64.random(in: 1...(Bool.random(using: &numbers) ? 1_000_000_000_000 : 99_999), using: &numbers)
        return Amount(ore: kronor * 100 + (Bool.random(using: &numbers) ? 0 : 50))
    }

    private mutating func group(_ number: Int, _ kind: TypeOfCare) -> DRGWeight {
        let isTie = Bool.random(using: &numbers)
        let weight = ExactDecimal(
            units: isTie ? 5 : .random(in: 0...99_999, using: &numbers),
            scale: isTie ? 1 : .random(in: 1...4, using: &numbers))
        return DRGWeight(
            drg: "A0\(number)N", mdc: "01", text: "Grupp", weight: weight,
            costLimit: Bool.random(using: &numbers) ? amount() : nil,
            daysLimit: Bool.random(using: &numbers) ? .random(in: 1...40, using: &numbers) : nil, typeOfCare: kind,
            line: number + 2)
    }

    private mutating func decided(_ group: DRGWeight, _ providers: ProviderScope) -> DecidedFixedPrice {
        DecidedFixedPrice(
            drg: group.drg, typeOfCare: group.typeOfCare, providers: providers,
            amount: Amount(ore: amount().ore + 1), reason: "Beslut")
    }
}
