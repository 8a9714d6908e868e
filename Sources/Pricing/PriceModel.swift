package import Federation

/// All rules that the prices of one year depend on (prismodell), as `Contracts/price-models/<year>.json` states them.
package struct PriceModel: Hashable, Sendable {
    /// What the prices are for.
    package enum Purpose: String, Sendable, CaseIterable {
        /// The healthcare region's own list.
        case regional
        /// A table of others, only to compare with: no submissions, never proposed.
        case reference
    }

    /// Which day of a stay decides the price; outpatient care uses the visit.
    package enum PriceDate: String, Sendable, CaseIterable { case admission, discharge }

    package let year: Year
    package let purpose: Purpose
    /// The code of the list in the national invoicing contract, 1-6.
    package let priceListCode: String
    package let validFrom: Day
    /// The last day.
    package let validTo: Day
    package internal(set) var pointPrices: [PointPrice]
    package internal(set) var weightLists: [WeightListReference]
    package internal(set) var rounding: Rounding
    /// Where the committee decided that DRG prices do not hold.
    package let exceptions: [DecidedException]
    /// DRG prices that the committee decided.
    package let fixedPrices: [DecidedFixedPrice]
    /// Nil only in a reference model, which need not state it; so are the five below.
    package let priceDate: PriceDate?
    package internal(set) var indexation: Indexation?
    package internal(set) var outliers: OutlierRule?
    package let plausibility: Plausibility?
    package let timetable: Timetable?
    package let typeOfAgreement: TypeOfAgreement?
    /// Nil where the model says nothing of surcharges: all are allowed.
    package let surcharges: SurchargeRule?

    package init(
        year: Year, purpose: Purpose, priceListCode: String, validFrom: Day, validTo: Day,
        pointPrices: [PointPrice], weightLists: [WeightListReference], rounding: Rounding,
        exceptions: [DecidedException] = [], fixedPrices: [DecidedFixedPrice] = [], priceDate: PriceDate? = nil,
        indexation: Indexation? = nil,
        outliers: OutlierRule? = nil, plausibility: Plausibility? = nil, timetable: Timetable? = nil,
        typeOfAgreement: TypeOfAgreement? = nil, surcharges: SurchargeRule? = nil
    ) {
        self.year = year
        self.purpose = purpose
        self.priceListCode = priceListCode
        self.validFrom = validFrom
        self.validTo = validTo
        self.pointPrices = pointPrices
        self.weightLists = weightLists
        self.rounding = rounding
        self.exceptions = exceptions
        self.fixedPrices = fixedPrices
        self.priceDate = priceDate
        self.indexation = indexation
        self.outliers = outliers
        self.plausibility = plausibility
        self.timetable = timetable
        self.typeOfAgreement = typeOfAgreement
        self.surcharges = surcharges
    }
}
