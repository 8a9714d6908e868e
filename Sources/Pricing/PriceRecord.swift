/// One record of a price submission (post), of any kind.
package enum PriceRecord: Hashable, Sendable {
    case careService(CareService)
    case drgTariff(DRGTariff)
    case drgException(DRGException)
    case drgFixedPrice(DRGFixedPrice)
    case surcharge(Surcharge)
    case notApplicable(NotApplicable)
}

extension PriceSubmission {
    /// Adds a record after those of its kind.
    package mutating func add(_ record: PriceRecord) {
        switch record {
        case .careService(let service): careServices.append(service)
        case .drgTariff(let tariff): drgTariffs.append(tariff)
        case .drgException(let exception): drgExceptions.append(exception)
        case .drgFixedPrice(let price): drgFixedPrices.append(price)
        case .surcharge(let surcharge): surcharges.append(surcharge)
        case .notApplicable(let silence): notApplicable.append(silence)
        }
    }
}
