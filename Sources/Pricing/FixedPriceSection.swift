package import Federation

/// The fixed DRG prices at one region's hospitals: its own and the committee's.
enum FixedPriceSection {
    /// One line for each hospital, group and kind of care, in canonical order.
    ///
    /// Where several rules fix the same price, one that names the hospital holds, then the region's own, then one for all
    /// hospitals that declare DRG prices. A region's own beside one that names the hospital is a contradiction.
    static func lines(
        of submission: PriceSubmission, model: PriceModel, applicability: [Applicability]
    ) throws(PriceListError) -> [DRGFixedPriceLine] {
        let region = submission.header.region
        var lines: [DRGFixedPriceLine] = []
        var paths: [LineID: String] = [:]
        for (index, rule) in model.fixedPrices.enumerated() {
            for named in rule.providers.named where named.region == region {
                let line = DRGFixedPriceLine(rule, at: index, region: region, provider: named.provider)
                paths[line.id] = "/fixedPrices/\(index)"
                lines.append(line)
            }
        }
        for own in submission.drgFixedPrices.map({ DRGFixedPriceLine(region: region, fixedPrice: $0) }) {
            if let path = paths[own.id], case .region(let origin) = own.source {
                throw .fixedPriceTwice(own.id, path: path, origin: origin)
            }
            lines.append(own)
        }
        let fixed = Set(lines.map(\.id))
        lines += general(model, region: region, applicability: applicability).filter { !fixed.contains($0.id) }
        return lines.sorted { CanonicalOrder.precedes($0.keyFields, $1.keyFields) }
    }

    private static func general(
        _ model: PriceModel, region: RegionSlug, applicability: [Applicability]
    ) -> [DRGFixedPriceLine] {
        model.fixedPrices.enumerated().filter { $0.element.providers == .asDeclared }.flatMap { index, rule in
            applicability.filter { $0.typeOfCare == rule.typeOfCare }.map {
                DRGFixedPriceLine(rule, at: index, region: region, provider: $0.provider)
            }
        }
    }
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
