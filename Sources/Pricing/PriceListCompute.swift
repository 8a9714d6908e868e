import Federation

extension PriceList {
    /// Computes the list of a year. Pure: the same input, in any order, gives the same list.
    ///
    /// Throws only where the input contradicts itself; what is absent becomes `missing`.
    package static func compute(_ input: PriceListInput) throws(PriceListError) -> PriceList {
        try input.check()
        let model = input.model
        let drg = try DRGSection(model: model, weightLists: input.weightLists)
        var sections: [RegionSection] = []
        for region in input.owingRegions {
            let delivery = input.delivery(of: region.slug)
            sections.append(try RegionSection(region, delivery: delivery, model: model, previous: input.previous))
        }
        let list = PriceList(
            header: PriceListHeader(input),
            drg: drg.lines,
            applicability: sections.flatMap(\.applicability),
            drgFixedPrices: sections.flatMap(\.fixedPrices),
            careServices: sections.flatMap { $0.careServices?.lines ?? [] },
            surcharges: sections.flatMap(\.surcharges),
            missing: (drg.missing + sections.flatMap(\.missing)).sorted(by: MissingItem.canonicallyPrecedes),
            completeness: sections.map(\.completeness),
            leftOut: sections.flatMap(\.leftOut))
        try list.requireUniqueIDs(unpriced: sections.flatMap { $0.careServices?.withoutPrice ?? [] })
        return list
    }

    /// Ids must also differ between regions, and between priced and unpriced lines.
    private func requireUniqueIDs(unpriced: [MissingItem]) throws(PriceListError) {
        let priced = careServices
        let ids = priced.map(\.id) + unpriced.compactMap(\.line)
        try LineIDCheck.requireUnique(ids) { position in
            position < priced.count ? priced[position].key.fields : unpriced[position - priced.count].lineKeyFields
        }
        try LineIDCheck.requireUnique(drgFixedPrices.map(\.id)) { drgFixedPrices[$0].keyFields }
        try LineIDCheck.requireUnique(surcharges.map(\.id)) { surcharges[$0].keyFields }
    }
}

extension PriceListHeader {
    /// The header of a list of this input.
    init(_ input: PriceListInput) {
        let deliveries = input.owingRegions.map { input.delivery(of: $0.slug) }
        submissions = deliveries.compactMap { delivery in
            delivery.used.map {
                UsedSubmission(region: delivery.region, version: $0.version, isLastGood: $0.isLastGood)
            }
        }
        model = input.model
        modelFingerprint = input.modelFingerprint
        currency = "SEK"
        previous = input.previous?.edition
        let usesLastGood = submissions.contains { $0.isLastGood }
        marks = PriceListMark.allCases.filter { mark in
            switch mark {
            case .lastGoodUsed: usesLastGood
            case .reference: input.model.purpose == .reference
            case .syntheticWeights: input.model.weightLists.contains { $0.synthetic }
            }
        }
    }
}

extension MissingItem {
    /// The key of a care service that has no price.
    fileprivate var lineKeyFields: [String] {
        [
            region?.text ?? "", provider ?? "", unit ?? "", code ?? "", typeOfCare?.rawValue ?? "",
            careLevel?.rawValue ?? "",
        ]
    }
}
