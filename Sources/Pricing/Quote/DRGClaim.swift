import Federation

/// Why a case may be paid by DRG: where it holds, the group, and its price there.
struct DRGClaim {
    let place: Applicability
    /// The group's line at the hospital's point price; nil where the group has no weight, only a fixed price.
    let group: DRGLine?
    /// The hospital's fixed price of the group, which goes before weight × point price.
    let fixed: DRGFixedPriceLine?
    let price: DRGPriceAtHospital
}

extension PriceList {
    /// The DRG price that the case asks for; nil where it names no group. Throws where DRG does not hold there.
    func drgClaim(of careCase: CareCase) throws(QuoteRefusal) -> DRGClaim? {
        guard let drg = careCase.drg else { return nil }
        let kind = careCase.typeOfCare
        let held = applicability.first {
            $0.region == careCase.region && $0.provider == careCase.provider && $0.typeOfCare == kind
        }
        guard let place = held else { throw .drgNotDeclared(provider: careCase.provider, typeOfCare: kind) }
        if let (unit, reason) = place.exception(at: careCase.unit) {
            throw .drgExcepted(provider: careCase.provider, unit: unit, typeOfCare: kind, reason: reason)
        }
        let group = self.drg.first {
            $0.pointPrice == place.pointPrice && $0.group.typeOfCare == kind && $0.group.drg == drg
        }
        let fixed = drgFixedPrices.first {
            $0.drg == drg && $0.typeOfCare == kind && $0.provider == place.provider && $0.region == place.region
        }
        guard let line = fixed.map({ ($0.id, $0.amount) }) ?? group.map({ ($0.id, $0.amount) }) else {
            throw .unknownGroup(drg: String(drg.prefix(80)), typeOfCare: kind)
        }
        let price = DRGPriceAtHospital(line: line.0, pointPrice: place.pointPrice, amount: line.1)
        return DRGClaim(place: place, group: group, fixed: fixed, price: price)
    }
}

extension Applicability {
    /// The units where DRG prices do not hold, in canonical order.
    var exceptedUnits: [String] {
        let units = exceptions.map(\.unit) + decidedExceptions.compactMap(\.exception.unit)
        return Set(units).sorted { $0.precedes($1) }
    }

    /// What excepts a unit, with its reason: the committee's exception goes before the region's. Nil where nothing does.
    func exception(at unit: String?) -> (unit: String?, reason: String)? {
        let decided = decidedExceptions.map(\.exception).first { $0.unit == nil || $0.unit == unit }
        if let decided { return (decided.unit, decided.reason) }
        return exceptions.first { $0.unit == unit }.map { ($0.unit, $0.reason) }
    }
}
