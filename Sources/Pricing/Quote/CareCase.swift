package import Federation

/// One case of care to be priced (vårdfall). It holds no identity of a patient, only what a price depends on.
package struct CareCase: Hashable, Sendable {
    /// When the care was given.
    package enum Time: Hashable, Sendable {
        /// A stay in hospital; the price model says which of its days decides the price.
        case stay(admission: Day, discharge: Day)
        /// A visit, or any one day that decides the price.
        case day(Day)
    }

    package let region: RegionSlug
    /// The hospital's id.
    package let provider: String
    /// The unit's id; without it no unit's exception can be seen.
    package let unit: String?
    /// The DRG group; nil where the case is paid by care services alone.
    package let drg: String?
    package let typeOfCare: TypeOfCare
    package let time: Time
    /// Days in care without leave; nil where not known.
    package let days: Int?
    /// What the case cost; nil where not known.
    package let cost: Amount?
    /// The care services given.
    package let careServices: [CountedService]
    /// The surcharges on top of the price.
    package let surcharges: [CountedService]

    package init(
        region: RegionSlug, provider: String, unit: String? = nil, drg: String? = nil, typeOfCare: TypeOfCare,
        time: Time, days: Int? = nil, cost: Amount? = nil, careServices: [CountedService] = [],
        surcharges: [CountedService] = []
    ) {
        self.region = region
        self.provider = provider
        self.unit = unit
        self.drg = drg
        self.typeOfCare = typeOfCare
        self.time = time
        self.days = days
        self.cost = cost
        self.careServices = careServices
        self.surcharges = surcharges
    }

}

extension CareCase.Time {
    /// The day that decides which price holds.
    package func priceDay(by rule: PriceModel.PriceDate) -> Day {
        switch self {
        case .day(let day): day
        case .stay(let admission, let discharge): rule == .admission ? admission : discharge
        }
    }
}

/// So many of a care service or surcharge.
package struct CountedService: Hashable, Sendable {
    /// The id of a line of the list, or the code of a service at the case's hospital.
    package let reference: String
    package let count: Int

    package init(_ reference: String, count: Int) {
        self.reference = reference
        self.count = count
    }
}
