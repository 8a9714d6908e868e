import Federation

/// Where DRG prices hold in one region: its tariffs, less its own exceptions and the committee's.
enum ApplicabilitySection {
    /// One entry per hospital and kind of care of the tariffs, in canonical order.
    static func entries(
        of submission: PriceSubmission, model: PriceModel
    ) throws(PriceListError) -> [Applicability] {
        let region = submission.header.region
        let tariffs = submission.drgTariffs.sorted { left, right in
            left.provider == right.provider
                ? left.origin.precedes(right.origin) : left.provider.precedes(right.provider)
        }
        var entries: [Applicability] = []
        for kind in TypeOfCare.allCases {
            for tariff in tariffs where tariff.typesOfCare.contains(kind) {
                // A hospital that declares the same twice has one entry, at the first place.
                guard entries.last?.provider != tariff.provider || entries.last?.typeOfCare != kind else { continue }
                let provider = ProviderReference(region: region, provider: tariff.provider)
                guard let pointPrice = model.pointPrice(at: provider, for: kind) else {
                    throw .pointPriceAbsent(provider, kind)
                }
                entries.append(
                    Applicability(
                        region: region, provider: tariff.provider, typeOfCare: kind, pointPrice: pointPrice.id,
                        exceptions: exceptions(of: submission, provider: tariff.provider, kind: kind),
                        decidedExceptions: model.exceptions(at: provider, for: kind),
                        origin: tariff.origin))
            }
        }
        return entries.sorted { left, right in
            left.provider == right.provider
                ? left.typeOfCare < right.typeOfCare : left.provider.precedes(right.provider)
        }
    }

    private static func exceptions(
        of submission: PriceSubmission, provider: String, kind: TypeOfCare
    ) -> [DRGException] {
        submission.drgExceptions
            .filter { $0.provider == provider && $0.typesOfCare.contains(kind) }
            .sorted { left, right in
                left.unit == right.unit ? left.origin.precedes(right.origin) : left.unit.precedes(right.unit)
            }
    }
}

extension PriceModel {
    /// The point price that holds at a hospital for a kind of care: one that names the hospital goes before one for all
    /// that declare DRG prices.
    package func pointPrice(at provider: ProviderReference, for kind: TypeOfCare) -> PointPrice? {
        let covering = pointPrices.filter { $0.typesOfCare.contains(kind) }
        return covering.first { $0.providers.named.contains(provider) }
            ?? covering.first { $0.providers == .asDeclared }
    }

    /// The decided exceptions that concern a hospital's care of a kind, with their places in the model.
    package func exceptions(at provider: ProviderReference, for kind: TypeOfCare) -> [AppliedException] {
        exceptions.enumerated()
            .filter { $0.element.provider == provider && $0.element.typesOfCare.contains(kind) }
            .map { AppliedException(exception: $0.element, path: "/exceptions/\($0.offset)") }
    }
}
