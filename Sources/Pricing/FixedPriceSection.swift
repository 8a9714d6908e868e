package import Federation

/// The fixed DRG prices at one region's hospitals: its own and the committee's.
struct FixedPriceSection {
    /// One line for each hospital, group and kind of care, in canonical order.
    private(set) var lines: [DRGFixedPriceLine] = []
    /// Prices that something stands in the way of, in canonical order.
    private(set) var leftOut: [LeftOutFixedPrice] = []

    private let applicability: [Applicability]

    /// Fixed prices hold only where DRG prices do. Where several rules fix the same price, one that names the hospital
    /// holds, then the region's own, then one for all hospitals that declare DRG prices; a region's own beside one that
    /// names the hospital is left out and told.
    init(of submission: PriceSubmission, model: PriceModel, applicability: [Applicability]) {
        self.applicability = applicability
        let region = submission.header.region
        for (index, rule) in model.fixedPrices.enumerated() {
            for named in rule.providers.named where named.region == region {
                add(DRGFixedPriceLine(rule, at: index, region: region, provider: named.provider))
            }
        }
        let decided = Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for price in submission.drgFixedPrices {
            let own = DRGFixedPriceLine(region: region, fixedPrice: price)
            add(own, beside: decided[own.id])
        }
        let fixed = Set(lines.map(\.id))
        lines += general(model, region: region).filter { !fixed.contains($0.id) }
        lines.sort { CanonicalOrder.precedes($0.keyFields, $1.keyFields) }
        leftOut.sort { CanonicalOrder.precedes($0.line.keyFields, $1.line.keyFields) }
    }

    private mutating func add(_ line: DRGFixedPriceLine, beside decided: DRGFixedPriceLine? = nil) {
        if let obstacle = obstacle(to: line) ?? decided.map(LeftOutFixedPrice.Obstacle.decided) {
            leftOut.append(LeftOutFixedPrice(line: line, obstacle: obstacle))
        } else {
            lines.append(line)
        }
    }

    /// Why DRG prices do not hold in the line's hospital; nil where they do, at some unit at least.
    private func obstacle(to line: DRGFixedPriceLine) -> LeftOutFixedPrice.Obstacle? {
        let place = applicability.first { $0.provider == line.provider && $0.typeOfCare == line.typeOfCare }
        guard let place else { return .undeclared }
        return place.wholeException.map(LeftOutFixedPrice.Obstacle.excepted)
    }

    private func general(_ model: PriceModel, region: RegionSlug) -> [DRGFixedPriceLine] {
        model.fixedPrices.enumerated().filter { $0.element.providers == .asDeclared }.flatMap { index, rule in
            applicability.filter { $0.typeOfCare == rule.typeOfCare && $0.wholeException == nil }.map {
                DRGFixedPriceLine(rule, at: index, region: region, provider: $0.provider)
            }
        }
    }
}

/// A fixed DRG price that is not in the list, and what stands in its way (utelämnat fast DRG-pris).
package struct LeftOutFixedPrice: Hashable, Sendable {
    /// What stands in the way of a fixed price.
    package enum Obstacle: Hashable, Sendable {
        /// The hospital declares no DRG prices for the kind of care.
        case undeclared
        /// The committee excepted the whole hospital for the kind of care.
        case excepted(AppliedException)
        /// The committee decided this price for the hospital.
        case decided(DRGFixedPriceLine)
    }

    /// The line that it would have been.
    package let line: DRGFixedPriceLine
    package let obstacle: Obstacle

    package init(line: DRGFixedPriceLine, obstacle: Obstacle) {
        self.line = line
        self.obstacle = obstacle
    }
}

extension Applicability {
    /// The committee's exception of the whole hospital; nil where there is none.
    var wholeException: AppliedException? { decidedExceptions.first { $0.exception.unit == nil } }
}

extension DRGFixedPriceLine {
    /// A region's own fixed price.
    init(region: RegionSlug, fixedPrice price: DRGFixedPrice) {
        self.init(
            region: region, provider: price.provider, drg: price.drg, typeOfCare: price.typeOfCare,
            amount: price.amount, reason: price.reason, source: .region(price.origin))
    }

    /// A fixed price that the committee decided, at one hospital.
    fileprivate init(_ rule: DecidedFixedPrice, at index: Int, region: RegionSlug, provider: String) {
        self.init(
            region: region, provider: provider, drg: rule.drg, typeOfCare: rule.typeOfCare, amount: rule.amount,
            reason: rule.reason, source: .model(path: "/fixedPrices/\(index)"))
    }

    /// A fixed price; its id is made of its key.
    package init(
        region: RegionSlug, provider: String, drg: String, typeOfCare: TypeOfCare, amount: Amount, reason: String,
        source: Source
    ) {
        self.init(
            id: LineID(.drgFixedPrice, key: [region.text, provider, drg, typeOfCare.rawValue]), region: region,
            provider: provider, drg: drg, typeOfCare: typeOfCare, amount: amount, reason: reason, source: source)
    }

    /// The key that the id is made of.
    var keyFields: [String] { [region.text, provider, drg, typeOfCare.rawValue] }
}
