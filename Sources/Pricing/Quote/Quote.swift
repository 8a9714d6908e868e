package import Federation

/// What is paid for a case by a price list, and why (prisberäkning).
package struct Quote: Hashable, Sendable {
    /// How the case is paid.
    package enum Outcome: Hashable, Sendable {
        /// The DRG price: no limit is passed.
        case inlier
        /// The DRG price and an amount for each of the days past the limit.
        case outlierPerDay(daysPast: Int)
        /// The care services given, since these limits are passed.
        case outlierByCareServices([LimitReading.Kind])
        /// The care services given: no DRG group was asked for.
        case careServices

        /// The stable code: `inlier`, `outlier-per-day`, `outlier-care-services` or `care-services`.
        package var code: String {
            switch self {
            case .inlier: "inlier"
            case .outlierPerDay: "outlier-per-day"
            case .outlierByCareServices: "outlier-care-services"
            case .careServices: "care-services"
            }
        }
    }

    package let careCase: CareCase
    /// The day that decided which prices hold.
    package let priceDay: Day
    /// The DRG price that holds there for the group; nil where no group was asked for.
    package let drgPrice: DRGPriceAtHospital?
    /// Both limits of the group, held against the case; empty where no group was asked for.
    package let limits: [LimitReading]
    package let outcome: Outcome
    /// What is added up, in the order of the case.
    package let parts: [QuotePart]
    /// How the total came about, with every number's origin.
    package let steps: [ExplanationStep]
    /// What is paid: the sum of the parts, rounded where the model rounds at the end.
    package let total: Amount
    /// What the quote could not know, or left out.
    package let reservations: [QuoteReservation]
    /// What every output of the list, and so of this quote, must say.
    package let marks: [PriceListMark]
}

/// The DRG price of a group at a hospital (DRG-pris).
package struct DRGPriceAtHospital: Hashable, Sendable {
    /// A DRG line, or a hospital's fixed price.
    package let line: LineID
    /// The id of the point price that holds at the hospital for the kind of care.
    package let pointPrice: String
    package let amount: Amount
}

/// One limit of a group, held against a case (gräns).
package struct LimitReading: Hashable, Sendable {
    /// Which limit.
    package enum Kind: String, Sendable, CaseIterable { case cost, days }

    /// What came of it.
    package enum Outcome: String, Sendable, CaseIterable {
        /// The case is at the limit or below.
        case within
        /// The case is above the limit: strictly more.
        case passed
        /// The group has no such limit.
        case noLimit
        /// The case does not say its days or cost.
        case notGiven
        /// The price model gives the limit no effect.
        case withoutEffect
        /// The list does not tell the group's limits: it has no weight, only a fixed price.
        case unknown
    }

    package let kind: Kind
    /// Days, or kronor with two decimals; nil where there is none.
    package let limit: String?
    /// What the case says, in the same form; nil where it says nothing.
    package let given: String?
    package let outcome: Outcome
    /// How far the case lies above the limit, in days or öre; 0 where it does not, or nothing is known.
    package let excess: Int
}

/// One thing that is paid in a quote (delbelopp).
package struct QuotePart: Hashable, Sendable {
    /// What it is.
    package enum Kind: String, Sendable, CaseIterable { case drg, daysPast, careService, surcharge }

    package let kind: Kind
    /// The line that the price stands in; nil for days past the limit.
    package let line: LineID?
    /// The code of the group, care service or surcharge; for days past the limit the group's.
    package let code: String
    package let text: String
    package let count: Int
    /// What one costs.
    package let price: Amount
    /// What all cost, exact; rounded where the model rounds each step.
    package let amount: ExactProduct
}

/// Something that a quote could not know or left out (förbehåll).
package enum QuoteReservation: Hashable, Sendable {
    /// The case names no unit, and DRG prices do not hold at these.
    case unitNotGiven(excepted: [String])
    /// A limit was not judged, since the case does not say.
    case limitNotJudged(LimitReading.Kind)
    /// The case is paid by its DRG price, so its care services are not paid besides.
    case careServicesNotUsed
    /// A surcharge that the price model does not let be charged for such a case.
    case surchargeNotCounted(code: String, SurchargeRule.Obstacle)
    /// A surcharge that is counted though the list has it for another unit than the case's.
    case surchargeOfOtherUnit(code: String, unit: String)

    /// The stable code.
    package var code: String {
        switch self {
        case .unitNotGiven: "unit-not-given"
        case .limitNotJudged: "limit-not-judged"
        case .careServicesNotUsed: "care-services-not-used"
        case .surchargeNotCounted: "surcharge-not-counted"
        case .surchargeOfOtherUnit: "surcharge-of-other-unit"
        }
    }
}
