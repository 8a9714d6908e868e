import Federation

extension PriceModel {
    /// What is wrong in the committee's own exceptions and fixed prices.
    var decidedFaults: [PriceModelFault] {
        guard purpose == .regional else {
            // A table of others prices no hospital of ours.
            return [
                ("exceptions", exceptions.isEmpty), ("fixedPrices", fixedPrices.isEmpty),
                ("surcharges", surcharges == nil),
            ].filter { !$0.1 }
                .map { name, _ in .init("price-model-reference-decides", "/\(name)") }
        }
        return exceptionFaults + fixedPriceFaults
    }

    /// An exception that another one covers already contradicts the order that they are read in.
    private var exceptionFaults: [PriceModelFault] {
        var faults: [PriceModelFault] = []
        for (index, exception) in exceptions.enumerated() {
            if exception.typesOfCare.isEmpty {
                faults.append(.init("price-model-empty", "/exceptions/\(index)/typesOfCare"))
            }
            let others = exceptions.enumerated().filter { $0.offset != index }
            let isCovered = others.contains { offset, other in
                let covers = other.unit == nil ? exception.unit != nil || offset < index : offset < index
                return covers && (other.unit == nil || other.unit == exception.unit)
                    && other.provider == exception.provider
                    && !other.typesOfCare.isDisjoint(with: exception.typesOfCare)
            }
            if isCovered {
                faults.append(
                    .init(
                        "price-model-exception-twice", "/exceptions/\(index)",
                        ["provider": exception.provider.words, "value": exception.unit ?? ""]))
            }
        }
        return faults
    }

    private var fixedPriceFaults: [PriceModelFault] {
        var faults: [PriceModelFault] = []
        var general: Set<[String]> = []
        var named: Set<[String]> = []
        for (index, price) in fixedPrices.enumerated() {
            let path = "/fixedPrices/\(index)"
            let group = [price.drg, price.typeOfCare.rawValue]
            let arguments = ["value": price.drg, "typeOfCare": price.typeOfCare.rawValue]
            if price.amount.ore <= 0 {
                faults.append(.init("price-model-not-positive", "\(path)/amount", ["value": price.amount.wire]))
            }
            faults += price.providers.faults(at: "\(path)/providers")
            switch price.providers {
            case .unspecified:
                faults.append(
                    .init("price-model-providers-unfit", "\(path)/providers", ["value": "unspecified"]))
            case .asDeclared:
                if !general.insert(group).inserted {
                    faults.append(.init("price-model-fixed-price-twice", "\(path)/providers", arguments))
                }
            case .named(let providers):
                for (position, provider) in providers.enumerated() {
                    let place = "\(path)/providers/\(position)"
                    let told = arguments.merging(["provider": provider.words]) { $1 }
                    // The same hospital twice in one rule is told as that.
                    let isFirst = providers.firstIndex(of: provider) == position
                    if isFirst, !named.insert(group + provider.fields).inserted {
                        faults.append(.init("price-model-fixed-price-twice", place, told))
                    }
                    if isWhollyExcepted(provider, price.typeOfCare) {
                        faults.append(.init("price-model-fixed-price-excepted", place, told))
                    }
                }
            }
        }
        return faults
    }

    /// Whether the committee decided that DRG prices hold nowhere in the hospital for the kind of care.
    func isWhollyExcepted(_ provider: ProviderReference, _ kind: TypeOfCare) -> Bool {
        exceptions(at: provider, for: kind).contains { $0.exception.unit == nil }
    }
}

extension PriceModel {
    /// What is wrong in the limits of what is plausible.
    var plausibilityFaults: [PriceModelFault] {
        guard let plausibility else { return [] }
        var faults: [PriceModelFault] = []
        let path = "/plausibility"
        func requirePositive(_ number: ExactDecimal, _ name: String) {
            if number.units <= 0 {
                faults.append(.init("price-model-not-positive", "\(path)/\(name)", ["value": number.text]))
            }
        }
        requirePositive(plausibility.changePercent, "changePercent")
        if let slip = plausibility.slip {
            for (name, times) in [("timesMore", slip.timesMore), ("timesLess", slip.timesLess)]
            where !(2...1_000_000).contains(times) {
                faults.append(
                    .init("price-model-times-unfit", "\(path)/slip/\(name)", ["value": String(times)]))
            }
        }
        if let deviation = plausibility.deviation {
            requirePositive(deviation.factor, "deviation/factor")
            requirePositive(deviation.zeroDistancePercent, "deviation/zeroDistancePercent")
            if !(3...100).contains(deviation.leastRegions) {
                faults.append(
                    .init(
                        "price-model-too-few-regions", "\(path)/deviation/leastRegions",
                        ["value": String(deviation.leastRegions)]))
            }
        }
        for (index, amount) in plausibility.suspiciousAmounts.enumerated() {
            let place = "\(path)/suspiciousAmounts/\(index)"
            if amount.ore <= 0 { faults.append(.init("price-model-not-positive", place, ["value": amount.wire])) }
            if plausibility.suspiciousAmounts.firstIndex(of: amount) != index {
                faults.append(.init("price-model-amount-twice", place, ["value": amount.wire]))
            }
        }
        return faults
    }
}
