package import Federation

extension PriceModel {
    /// What the model says of hospitals and units that the registry does not know, and the hospitals that it forgets.
    package func validate(regions: [Region]) -> [PriceModelFault] {
        guard purpose == .regional else { return [] }
        var faults: [PriceModelFault] = []
        for (name, scopes) in [
            ("pointPrices", pointPrices.map(\.providers.named)), ("fixedPrices", fixedPrices.map(\.providers.named)),
            ("indexation/others", indexation?.others.map(\.providers) ?? []),
        ] {
            for (index, providers) in scopes.enumerated() {
                for (position, provider) in providers.enumerated() where regions.hospital(provider) == nil {
                    faults.append(.unknown(provider, at: "/\(name)/\(index)/providers/\(position)"))
                }
            }
        }
        for (index, exception) in exceptions.enumerated() {
            guard let hospital = regions.hospital(exception.provider) else {
                faults.append(.unknown(exception.provider, at: "/exceptions/\(index)/provider"))
                continue
            }
            if let unit = exception.unit, !hospital.units.contains(where: { $0.id == unit }) {
                faults.append(
                    .init(
                        "price-model-unknown-unit", "/exceptions/\(index)/unit",
                        ["value": unit, "provider": exception.provider.words]))
            }
        }
        return faults + indexFaults(among: regions) + holes(among: regions)
    }

    /// Hospitals that no point price covers for some kind of care, and that are not excepted from DRG either.
    private func holes(among regions: [Region]) -> [PriceModelFault] {
        TypeOfCare.allCases.flatMap { kind in
            // Where no point price covers the kind at all, that is told once.
            guard pointPrices.contains(where: { $0.typesOfCare.contains(kind) }) else { return [PriceModelFault]() }
            return regions.sorted { $0.slug < $1.slug }.flatMap { region in
                region.hospitals.map { ProviderReference(region: region.slug, provider: $0.id) }
                    .filter { pointPrice(at: $0, for: kind) == nil && !isWhollyExcepted($0, kind) }
                    .map {
                        PriceModelFault(
                            "price-model-provider-without-point-price", "/pointPrices",
                            ["provider": $0.words, "typeOfCare": kind.rawValue])
                    }
            }
        }
    }

    /// Kinds of care without groups in their weight list, and fixed prices of groups that no weight list has.
    package func validate(weightLists lists: [WeightList]) -> [PriceModelFault] {
        var faults: [PriceModelFault] = []
        for (index, price) in pointPrices.enumerated() {
            guard let list = lists.first(where: { $0.id == price.weightList }) else { continue }
            for kind in price.typesOfCare.ordered where !list.weights.contains(where: { $0.typeOfCare == kind }) {
                faults.append(
                    .init(
                        "price-model-no-groups", "/pointPrices/\(index)/weightList",
                        ["value": list.id, "typeOfCare": kind.rawValue]))
            }
        }
        for (index, price) in fixedPrices.enumerated() {
            let isKnown = lists.contains { list in
                typesOfCare(weightList: list.id).contains(price.typeOfCare)
                    && list.weights.contains { $0.drg == price.drg && $0.typeOfCare == price.typeOfCare }
            }
            if !isKnown {
                faults.append(
                    .init(
                        "price-model-unknown-group", "/fixedPrices/\(index)/drg",
                        ["value": price.drg, "typeOfCare": price.typeOfCare.rawValue]))
            }
        }
        return faults
    }
}

extension [Region] {
    fileprivate func hospital(_ provider: ProviderReference) -> Hospital? {
        first { $0.slug == provider.region }?.hospital(provider.provider)
    }
}

extension PriceModelFault {
    fileprivate static func unknown(_ provider: ProviderReference, at path: String) -> PriceModelFault {
        PriceModelFault("price-model-unknown-provider", path, ["provider": provider.words])
    }
}
