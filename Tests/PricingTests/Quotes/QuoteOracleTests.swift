import Federation
import Testing

@testable import Pricing

/// Whole lists and quotes against Python's exact fractions; the proofs ask for more by `SAMVERKAN_PROVE_LISTS`.
@Suite struct QuoteOracleTests {
    @Test func `random lists and quotes agree with exact fractions to the öre`() throws {
        let count = Oracle.count("SAMVERKAN_PROVE_LISTS", usually: 60)
        let lines = try (0..<count).map { number in
            var list = RandomList(seed: UInt64(number) + 1)
            return try list.line()
        }
        let prices = count * (RandomList.groups + RandomList.services)
        try Oracle.expect(
            "quotes.py", on: lines,
            saying: "\(prices) prices and \(count * RandomList.cases) quotes checked, 0 wrong")
    }
}

/// A list of random rules and prices, with random cases, and a line of JSON for the oracle.
private struct RandomList {
    static let groups = 8
    static let services = 6
    static let cases = 10
    private var numbers: OrderTests.Numbers
    private let rounding: Rounding
    private let outliers: OutlierRule
    private let pointPrice: Amount
    private let percent: ExactDecimal

    init(seed: UInt64) {
        var numbers = OrderTests.Numbers(state: seed)
        rounding = Rounding(
            id: "rule", unit: Rounding.Unit.allCases.randomElement(using: &numbers) ?? .krona,
            mode: Rounding.Mode.allCases.randomElement(using: &numbers) ?? .halfEven,
            at: Rounding.Moment.allCases.randomElement(using: &numbers) ?? .end)
        let payment: OutlierRule.Payment =
            Bool.random(using: &numbers)
            ? .careServices : .perDay(Amount(ore: .random(in: 1...500_000, using: &numbers)))
        outliers = OutlierRule(payment, costLimit: .random(using: &numbers))
        let kronor = Int64.random(in: 1...(Bool.random(using: &numbers) ? 1_000_000_000_000 : 99_999), using: &numbers)
        pointPrice = Amount(ore: kronor * 100 + (Bool.random(using: &numbers) ? 0 : 50))
        percent = ExactDecimal(
            units: .random(in: -999...9_999, using: &numbers), scale: .random(in: 1...4, using: &numbers))
        self.numbers = numbers
    }

    /// What the list is made of, its prices, and the quotes of random cases.
    mutating func line() throws -> String {
        let weights = try (0..<Self.groups).map { try group($0) }
        let delivered = (0..<Self.services).map { (own: $0.isMultiple(of: 2), amount: amount()) }
        let list = try compute(weights, delivered)
        let prices = list.drg.map { ($0.group.drg, $0.amount) } + list.careServices.map { ($0.service.code, $0.amount) }
        let quoted = try (0..<Self.cases).map { _ in try self.quoted(by: list) }
        let services = delivered.enumerated().map { index, service in
            #"{"code":"S\#(index)","\#(service.own ? "own" : "last")":"\#(service.amount.wire)"}"#
        }
        let rule = [
            #""rounding":{"unit":"\#(rounding.unit.rawValue)","mode":"\#(rounding.mode.rawValue)","#
                + #""at":"\#(rounding.at.rawValue)"}"#,
            #""outliers":{\#(perDay)"costLimit":\#(outliers.costLimit)}"#,
            #""pointPrice":"\#(pointPrice.wire)","percent":"\#(percent.text)""#,
            #""groups":[\#(weights.map(told).joined(separator: ","))]"#,
            #""services":[\#(services.joined(separator: ","))]"#,
            #""prices":{\#(prices.map { #""\#($0)":"\#($1.wire)""# }.joined(separator: ","))}"#,
            #""cases":[\#(quoted.joined(separator: ","))]"#,
        ]
        return "{" + rule.joined(separator: ",") + "}\n"
    }

    private var perDay: String {
        if case .perDay(let amount) = outliers.payment { #""amount":"\#(amount.wire)","# } else { "" }
    }

    private func told(_ group: DRGWeight) -> String {
        #"{"drg":"\#(group.drg)","weight":"\#(group.weight?.text ?? "")""#
            + (group.costLimit.map { #","costLimit":"\#($0.wire)""# } ?? "")
            + (group.daysLimit.map { #","daysLimit":\#($0)"# } ?? "") + "}"
    }
}

extension RandomList {
    /// Often zero, small, half a krona, or up to a million million kronor.
    private mutating func amount() -> Amount {
        let kronor: [Int64] = [
            0, 1, .random(in: 0...9_999, using: &numbers), .random(in: 0...1_000_000_000_000, using: &numbers),
        ]
        let ore = [0, 50, Int64.random(in: 0...99, using: &numbers)]
        return Amount(
            ore: (kronor.randomElement(using: &numbers) ?? 0) * 100 + (ore.randomElement(using: &numbers) ?? 0))
    }

    private mutating func group(_ number: Int) throws -> DRGWeight {
        let isTie = Bool.random(using: &numbers)
        let weight = ExactDecimal(
            units: isTie ? 5 : .random(in: 0...99_999, using: &numbers),
            scale: isTie ? 1 : .random(in: 1...4, using: &numbers))
        return DRGWeight(
            drg: "A0\(number)N", mdc: "01", text: "Grupp", weight: weight,
            costLimit: Bool.random(using: &numbers) ? amount() : nil,
            daysLimit: Bool.random(using: &numbers) ? .random(in: 1...40, using: &numbers) : nil,
            typeOfCare: .inpatient, line: number + 2)
    }

    /// Services with even numbers have their own amounts, the others last year's.
    private func compute(_ weights: [DRGWeight], _ delivered: [(own: Bool, amount: Amount)]) throws -> PriceList {
        let region = try QuoteFixture.region()
        let services = delivered.enumerated().map { index, service in
            Fixture.service(
                "S\(index)", price: service.own ? .amount(service.amount) : .asLastYear, typeOfCare: .inpatient,
                line: UInt32(index) + 1)
        }
        let last = zip(services, delivered).filter { !$1.own }.map { service, delivered in
            PreviousCareService(
                key: CareServiceKey(region: region.slug, service: service), text: "", amount: delivered.amount)
        }
        let tariff = DRGTariff(provider: "karlstad", typesOfCare: .inpatient, origin: Fixture.origin(4))
        let surcharge = Surcharge(
            provider: "karlstad", unit: nil, code: "S0", text: "", measure: .piece, amount: delivered[0].amount,
            origin: Fixture.origin(5))
        let submission = try Fixture.submission(
            of: region, careServices: services, drgTariffs: [tariff], surcharges: [surcharge])
        let model = try PriceModel.fixture(
            pointPrices: [PointPrice.fixture(amount: pointPrice.wire)], rounding: rounding, percent: percent.text,
            outliers: outliers)
        return try PriceList.compute(
            Fixture.input(
                regions: [region], deliveries: [Fixture.delivery(submission)], previous: Fixture.previous(last),
                model: model, groups: weights))
    }

    /// A random case and what the list pays for it, as JSON. Days and costs often lie at a limit of its group.
    private mutating func quoted(by list: PriceList) throws -> String {
        let group = Bool.random(using: &numbers) ? list.drg.randomElement(using: &numbers) : list.drg.first
        let drg = Int.random(in: 0...9, using: &numbers) == 0 ? nil : group?.group.drg
        let step = Int.random(in: -1...1, using: &numbers)
        let days: Int? = [nil, (group?.group.daysLimit ?? 5) + step, 60].randomElement(using: &numbers) ?? nil
        let atLimit = Amount(ore: max(0, (group?.group.costLimit?.ore ?? 1) + Int64(step)))
        let cost: Amount? = [nil, atLimit, Amount(ore: 0)].randomElement(using: &numbers) ?? nil
        let services = (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
            CountedService(
                "S\(Int.random(in: 0..<Self.services, using: &numbers))", count: .random(in: 1...1_000, using: &numbers)
            )
        }
        let surcharges =
            Bool.random(using: &numbers) ? [] : [CountedService("S0", count: .random(in: 1...9, using: &numbers))]
        let careCase = try QuoteFixture.careCase(
            drg: drg, days: days, cost: cost?.wire, careServices: services, surcharges: surcharges)
        let told = { (counted: [CountedService]) in
            counted.map { #"["\#($0.reference)",\#($0.count)]"# }.joined(separator: ",")
        }
        return "{" + (drg.map { #""drg":"\#($0)","# } ?? "") + (days.map { #""days":\#($0),"# } ?? "")
            + (cost.map { #""cost":"\#($0.wire)","# } ?? "") + #""careServices":[\#(told(services))],"#
            + #""surcharges":[\#(told(surcharges))],\#(try answer(list, careCase))}"#
    }

    private func answer(_ list: PriceList, _ careCase: CareCase) throws -> String {
        let regions = [try QuoteFixture.region()]
        do throws(QuoteRefusal) {
            let quote = try list.quote(careCase, regions: regions)
            return #""outcome":"\#(quote.outcome.code)","total":"\#(quote.total.wire)""#
        } catch {
            guard case .careServicesNeeded = error else { return #""outcome":"\#(error.code)""# }
            return #""outcome":"refused""#
        }
    }
}
