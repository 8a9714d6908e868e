import Federation

extension PriceModel {
    /// What is wrong in the point prices, one by one.
    var pointPriceFaults: [PriceModelFault] {
        var faults = duplicates(of: pointPrices.map(\.id), in: "/pointPrices")
        if pointPrices.isEmpty { faults.append(.init("price-model-empty", "/pointPrices")) }
        for (index, price) in pointPrices.enumerated() {
            let path = "/pointPrices/\(index)"
            if price.amount.ore <= 0 {
                faults.append(.init("price-model-not-positive", "\(path)/amount", ["value": price.amount.wire]))
            }
            if price.typesOfCare.isEmpty {
                faults.append(.init("price-model-empty", "\(path)/typesOfCare"))
            }
            if (price.providers == .unspecified) != (purpose == .reference) {
                faults.append(
                    .init(
                        "price-model-providers-unfit", "\(path)/providers",
                        ["value": price.providers.word ?? "[ … ]"]))
            }
            faults += price.providers.faults(at: "\(path)/providers")
            if !weightLists.contains(where: { $0.id == price.weightList }) {
                faults.append(
                    .init("price-model-unknown-weight-list", "\(path)/weightList", ["value": price.weightList]))
            }
        }
        return faults
    }

    /// At each hospital a kind of care has one point price, and clinic and hospital weights are never mixed in one kind.
    var coverageFaults: [PriceModelFault] {
        TypeOfCare.allCases.flatMap { kind in
            let holding = pointPrices.enumerated().filter { $0.element.typesOfCare.contains(kind) }
            let arguments = ["typeOfCare": kind.rawValue]
            if holding.isEmpty {
                let isHole = purpose == .regional && !pointPrices.isEmpty
                return isHole ? [PriceModelFault("price-model-no-point-price", "/pointPrices", arguments)] : []
            }
            let kinds = Set(holding.compactMap { weightKind(of: $0.element) })
            if kinds.count > 1 {
                return holding.dropFirst().map {
                    .init("price-model-weights-mixed", "/pointPrices/\($0.offset)/weightList", arguments)
                }
            }
            return purpose == .regional ? overlaps(among: holding, kind: kind) : []
        }
    }

    /// Point prices of the same rank that hold at the same hospital for a kind of care.
    private func overlaps(
        among holding: [(offset: Int, element: PointPrice)], kind: TypeOfCare
    ) -> [PriceModelFault] {
        let general = holding.filter { $0.element.providers == .asDeclared }.dropFirst().map { index, _ in
            PriceModelFault(
                "price-model-two-point-prices", "/pointPrices/\(index)/typesOfCare", ["typeOfCare": kind.rawValue])
        }
        var seen: Set<ProviderReference> = []
        let named = holding.flatMap { index, price in
            Set(price.providers.named).subtracting(price.providers.named.filter { seen.insert($0).inserted })
                .sorted { $0.fields.lexicographicallyPrecedes($1.fields) { $0.precedes($1) } }
                .map { provider in
                    PriceModelFault(
                        "price-model-two-point-prices",
                        "/pointPrices/\(index)/providers/\(price.providers.named.firstIndex(of: provider) ?? 0)",
                        ["typeOfCare": kind.rawValue, "provider": provider.words])
                }
        }
        return general + named
    }

    private func weightKind(of price: PointPrice) -> WeightList.Kind? {
        weightLists.first { $0.id == price.weightList }?.kind
    }
}

extension ProviderScope {
    /// Named hospitals are at least one, each once.
    func faults(at path: String) -> [PriceModelFault] {
        guard case .named(let providers) = self else { return [] }
        if providers.isEmpty { return [.init("price-model-empty", path)] }
        var seen: Set<ProviderReference> = []
        return providers.enumerated().filter { !seen.insert($0.element).inserted }.map {
            .init("price-model-provider-twice", "\(path)/\($0.offset)", ["provider": $0.element.words])
        }
    }
}

extension ProviderReference {
    var fields: [String] { [region.text, provider] }

    /// The hospital as a person reads it: `orebro/uso`.
    var words: String { "\(region)/\(provider)" }
}
