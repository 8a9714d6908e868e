package import Federation

/// How the price of one line came about (förklaring): every step, every input with its origin.
package struct Explanation: Hashable, Sendable {
    package let line: LineID
    package let subject: ExplanationSubject
    package var steps: [ExplanationStep]
    package let result: Amount
}

/// What the explained price is the price of.
package struct ExplanationSubject: Hashable, Sendable {
    /// A DRG group or the code of a care service or surcharge.
    package let code: String
    /// What it is; for a fixed DRG price the region's reason.
    package let text: String
    package let typeOfCare: TypeOfCare?
    package let region: RegionSlug?
    /// The hospital's id.
    package let provider: String?
    /// The unit's id.
    package let unit: String?
}

/// One step of an explanation.
package struct ExplanationStep: Hashable, Sendable {
    /// What is done, with its numbers.
    package enum Operation: Hashable, Sendable {
        /// Weight × point price.
        case multiply(weight: ExactDecimal, pointPrice: Amount, product: ExactProduct)
        /// Last year's amount × (1 + percent ÷ 100).
        case raise(previous: Amount, index: String, percent: ExactDecimal, product: ExactProduct)
        /// Rounded by the year's rule.
        case round(ExactProduct, rule: Rounding, result: Amount)
        /// The region's own amount, taken over as delivered.
        case takeOver(Amount)
        /// The committee's own amount, taken over from the price model.
        case decide(Amount)
        /// So many of a care service or surcharge × the price of one.
        case times(count: Int, price: ExactProduct, product: ExactProduct)
        /// The days past a limit × an amount a day.
        case perDay(days: Int, amount: Amount, product: ExactProduct)
        /// Parts added up.
        case sum([ExactProduct], result: ExactProduct)
        /// A surcharge of that code is not counted.
        case leaveOut(String, SurchargeRule.Obstacle)

        /// The stable code of the operation.
        package var code: String {
            switch self {
            case .multiply: "weight-times-point-price"
            case .raise: "last-year-raised"
            case .round: "rounded"
            case .takeOver: "as-delivered"
            case .decide: "as-decided"
            case .times: "count-times-price"
            case .perDay: "days-times-amount"
            case .sum: "sum"
            case .leaveOut: "not-counted"
            }
        }
    }

    /// From 1.
    package let number: Int
    package let operation: Operation
    package var inputs: [ExplanationInput]
}

/// One number of a step and where it comes from.
package struct ExplanationInput: Hashable, Sendable {
    /// What the input is.
    package enum Value: Hashable, Sendable {
        case weight(ExactDecimal)
        case pointPrice(Amount)
        case previousAmount(Amount)
        case percent(ExactDecimal)
        case rounding(Rounding)
        case deliveredAmount(Amount)
        /// The region's wish for last year's price.
        case asLastYear
        /// An amount that the price model states.
        case decidedAmount(Amount)
        /// A word that the price model states: `drg`, or `false`.
        case decidedWord(String)
        /// A whole number of the case: services, or days in care.
        case count(Int)
        /// What one costs: a price of the list, or a product that is not rounded yet.
        case price(ExactProduct)
        /// A group's limit of days.
        case daysLimit(Int)
    }

    /// Where an input comes from.
    package enum Origin: Hashable, Sendable {
        /// A rule of the year's price model; the path is a JSON Pointer in its file, whose SHA-256 is the version.
        case priceModel(year: Year, version: Fingerprint, path: String, name: String)
        /// A row of a weight list's file, whose SHA-256 is the version.
        case weightList(file: String, version: Fingerprint?, line: Int)
        /// A place in the region's version that the list's header names; nil where it names none.
        case delivery(region: RegionSlug, version: Fingerprint?, place: RecordOrigin)
        /// A line of last year's list.
        case previousEdition(PreviousEdition, line: LineID)
        /// What the asked case says; the path is a JSON Pointer in it.
        case careCase(path: String)
        /// A line of this list, explained by itself.
        case line(LineID)
    }

    package let value: Value
    package let origin: Origin
    /// What stands at the place in the archive, attached by whoever can read it.
    package var excerpt: RawExcerpt?
}
