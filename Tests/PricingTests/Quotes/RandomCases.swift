import Federation
import Testing

@testable import Pricing

extension RandomList {
    /// The list as the oracle is told of it, with so many random cases quoted by it.
    mutating func told(cases count: Int) throws -> ToldList {
        let input = try input()
        let list = try PriceList.compute(input)
        let cases = try (0..<count).map { _ in try quoted(by: list) }
        let (volumes, scenario) = try scenario(of: list, input)
        let perDay: String? = if case .perDay(let amount) = outliers.payment { amount.wire } else { nil }
        return ToldList(
            rounding: .init(unit: rounding.unit.rawValue, mode: rounding.mode.rawValue, at: rounding.at.rawValue),
            outliers: .init(amount: perDay, costLimit: outliers.costLimit), percent: percent.text,
            otherIndices: toldIndices, surchargeRule: toldSurchargeRule,
            pointPrices: points.map { point in
                .init(
                    id: point.id, amount: point.amount.wire, typesOfCare: point.typesOfCare.codes,
                    providers: point.providers == .asDeclared ? nil : point.providers.named.map(\.provider))
            },
            groups: groups.map {
                .init(
                    drg: $0.drg, typeOfCare: $0.typeOfCare.rawValue, weight: $0.weight?.text ?? "",
                    costLimit: $0.costLimit?.wire, daysLimit: $0.daysLimit)
            },
            tariffs: tariffs.map { .init(provider: $0.provider, typesOfCare: $0.typesOfCare.codes) },
            exceptions: toldExceptions, fixedPrices: toldFixedPrices, services: toldServices,
            surcharges: surcharges.map { .init(provider: $0.provider, code: $0.code, amount: $0.amount.wire) },
            prices: Dictionary(uniqueKeysWithValues: list.named().map { ($0.name, $0.amount.wire) }), cases: cases,
            volumes: volumes, scenario: scenario)
    }

    private var toldIndices: [ToldList.Index] {
        guard let otherIndex, let provider = otherIndex.providers.first else { return [] }
        return [
            .init(
                percent: otherIndex.index.percent.text, provider: provider.provider,
                typeOfCare: otherIndex.typeOfCare?.rawValue ?? "")
        ]
    }

    private var toldSurchargeRule: ToldList.SurchargeRule? {
        switch surchargeRule {
        case nil: nil
        case .forbidden: .init(allowed: false, leastAmount: nil, beside: nil)
        case .allowed(let least, let beside):
            .init(allowed: true, leastAmount: least?.wire, beside: beside.rawValue)
        }
    }

    private var toldExceptions: [ToldList.Exception] {
        exceptions.map { .init(provider: $0.provider, unit: $0.unit, typesOfCare: $0.typesOfCare.codes) }
            + decidedExceptions.map {
                .init(provider: $0.provider.provider, unit: $0.unit ?? "", typesOfCare: $0.typesOfCare.codes)
            }
    }

    private var toldFixedPrices: [ToldList.Fixed] {
        fixed.map {
            .init(provider: $0.provider, drg: $0.drg, typeOfCare: $0.typeOfCare.rawValue, amount: $0.amount.wire)
        }
            + decidedFixed.map {
                .init(
                    provider: $0.providers.named.first?.provider, drg: $0.drg, typeOfCare: $0.typeOfCare.rawValue,
                    amount: $0.amount.wire)
            }
    }

    private var toldServices: [ToldList.Service] {
        services.map { service in
            let own: String? = if case .amount(let amount) = service.price { amount.wire } else { nil }
            let before = last.first { $0.key.provider == service.provider && $0.key.code == service.code }
            return .init(
                provider: service.provider, code: service.code, typeOfCare: service.typeOfCare.rawValue, own: own,
                last: before?.amount.wire)
        }
    }
}

extension RandomList {
    /// Volumes on some lines, and what they cost by the list and by another point price.
    private mutating func scenario(
        of list: PriceList, _ input: PriceListInput
    ) throws -> ([ToldList.Counted], ToldList.Scenario) {
        let region = try Fixture.slug("varmland")
        let chosen = list.named().shuffled(using: &numbers).prefix(12)
        let counts = chosen.map { _ in Int64.random(in: 0...Volumes.mostCases, using: &numbers) }
        let volumes = Volumes(
            zip(chosen, counts).map { Volumes.Entry(line: $0.id, region: region, provider: "karlstad", cases: $1) })
        let other = point()
        let scenario = try PriceScenario.compute(
            input, name: "Prov", changes: [.pointPrice(id: "own", amount: other)], volumes: volumes)
        let total = try #require(scenario.total)
        return (
            zip(chosen, counts).map { ToldList.Counted(name: $0.name, count: $1) },
            ToldList.Scenario(
                pointPrice: ["own", other.wire], proposed: total.proposed.wire, scenario: total.scenario.wire)
        )
    }

    /// A random case and what the list pays for it. Days and costs often lie at a limit of its group.
    private mutating func quoted(by list: PriceList) throws -> ToldList.Case {
        let provider = Self.providers.randomElement(using: &numbers) ?? "karlstad"
        let units = provider == "karlstad" ? [nil, "kirurgi", "hand", "psykiatri"] : [nil]
        let group = groups.randomElement(using: &numbers) ?? groups[0]
        let isOtherKind = Int.random(in: 0...9, using: &numbers) == 0
        let kind = Self.kinds.first { ($0 == group.typeOfCare) != isOtherKind } ?? .inpatient
        let step = Int.random(in: -1...1, using: &numbers)
        let atLimit = Amount(ore: max(0, (group.costLimit?.ore ?? 1) + Int64(step)))
        let codes = services.filter { $0.provider == provider && $0.typeOfCare == kind }.map(\.code)
        let careServices = (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
            CountedService(codes.randomElement(using: &numbers) ?? "", count: .random(in: 1...1_000, using: &numbers))
        }
        let careCase = try QuoteFixture.careCase(
            provider: provider, unit: units.randomElement(using: &numbers) ?? nil,
            drg: Int.random(in: 0...9, using: &numbers) == 0 ? nil : group.drg, typeOfCare: kind,
            days: [nil, (group.daysLimit ?? 5) + step, 60].randomElement(using: &numbers) ?? nil,
            cost: ([nil, atLimit, Amount(ore: 0)].randomElement(using: &numbers) ?? nil)?.wire,
            careServices: careServices,
            surcharges: Bool.random(using: &numbers)
                ? [] : [CountedService("T0", count: .random(in: 1...9, using: &numbers))])
        return try told(careCase, by: list)
    }

    private func told(_ careCase: CareCase, by list: PriceList) throws -> ToldList.Case {
        let regions = [try QuoteFixture.region()]
        let quote = Result { () throws(QuoteRefusal) in try list.quote(careCase, regions: regions) }
        let paid = try? quote.get()
        let outcome =
            switch quote {
            case .success(let quote): quote.outcome.code
            case .failure(let refusal): refusal.code
            }
        let counted = { (services: [CountedService]) in
            services.map { ToldList.Counted(name: $0.reference, count: Int64($0.count)) }
        }
        return ToldList.Case(
            provider: careCase.provider, unit: careCase.unit, typeOfCare: careCase.typeOfCare.rawValue,
            drg: careCase.drg, days: careCase.days, cost: careCase.cost?.wire,
            careServices: counted(careCase.careServices), surcharges: counted(careCase.surcharges), outcome: outcome,
            total: paid?.total.wire, parts: paid?.parts.map(\.amount.text) ?? [])
    }
}
