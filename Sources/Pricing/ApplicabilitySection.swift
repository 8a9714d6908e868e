import Federation

/// Where DRG prices hold in one region: its tariffs, less its exceptions.
enum ApplicabilitySection {
    /// One entry per hospital and kind of care of the tariffs, in canonical order.
    static func entries(of submission: PriceSubmission, model: PriceModel) -> [Applicability] {
        let region = submission.header.region
        let tariffs = submission.drgTariffs.sorted { left, right in
            left.provider == right.provider
                ? left.origin.precedes(right.origin) : left.provider.precedes(right.provider)
        }
        var entries: [Applicability] = []
        for kind in TypeOfCare.allCases {
            guard let pointPrice = model.declaredPointPrice(for: kind) else { continue }
            for tariff in tariffs where tariff.typesOfCare.contains(kind) {
                // A hospital that declares the same twice has one entry, at the first place.
                guard entries.last?.provider != tariff.provider || entries.last?.typeOfCare != kind else { continue }
                entries.append(
                    Applicability(
                        region: region, provider: tariff.provider, typeOfCare: kind, pointPrice: pointPrice.id,
                        exceptions: exceptions(of: submission, provider: tariff.provider, kind: kind),
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
    /// The point price that holds where a region declares DRG prices for a kind of care.
    func declaredPointPrice(for kind: TypeOfCare) -> PointPrice? {
        pointPrices.first { $0.providers == .asDeclared && $0.typesOfCare.contains(kind) }
    }
}
