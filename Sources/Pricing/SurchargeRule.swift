package import Federation

/// What the committee decided of surcharges (tilläggsdebitering). A model without it allows them all.
package enum SurchargeRule: Hashable, Sendable {
    /// Beside what a surcharge may be charged.
    package enum Beside: String, Sendable, CaseIterable {
        /// Only a DRG price, of a case that passes no limit.
        case drg
        /// Any price.
        case all
    }

    /// None may be charged.
    case forbidden
    /// Those of the least amount or more may be charged, all where there is none.
    case allowed(leastAmount: Amount?, beside: Beside)

    /// Why a surcharge may not be charged (hinder).
    package enum Obstacle: Hashable, Sendable {
        /// None may be.
        case forbidden
        /// It is less than this amount.
        case belowLeast(Amount)
        /// It does not stand beside a DRG price of a case that passes no limit.
        case notBesideDRG
    }
}

extension SurchargeRule {
    /// Why a surcharge of that amount may be charged nowhere; nil where it may.
    func obstacle(to amount: Amount) -> Obstacle? {
        switch self {
        case .forbidden: .forbidden
        case .allowed(let least?, _) where amount.ore < least.ore: .belowLeast(least)
        case .allowed: nil
        }
    }

    /// Why a surcharge of that amount may not be charged for a case that is paid so; nil where it may.
    func obstacle(to amount: Amount, beside outcome: Quote.Outcome) -> Obstacle? {
        obstacle(to: amount) ?? (isOnlyBesideDRG && outcome != .inlier ? .notBesideDRG : nil)
    }

    /// Whether surcharges are charged beside DRG prices alone.
    var isOnlyBesideDRG: Bool {
        if case .allowed(_, .drg) = self { true } else { false }
    }
}

extension SurchargeRule.Obstacle {
    /// The JSON Pointer of the rule in the model's file: `/surcharges/leastAmount`.
    package var path: String {
        switch self {
        case .forbidden: "/surcharges/allowed"
        case .belowLeast: "/surcharges/leastAmount"
        case .notBesideDRG: "/surcharges/beside"
        }
    }

    /// What the rule says, as an input of a step.
    var value: ExplanationInput.Value {
        switch self {
        case .forbidden: .decidedWord("false")
        case .belowLeast(let least): .decidedAmount(least)
        case .notBesideDRG: .decidedWord(SurchargeRule.Beside.drg.rawValue)
        }
    }

    /// Why the surcharge of that code is not counted, without a point at the end.
    package func words(of code: String, in language: Language) -> String {
        switch self {
        case .forbidden:
            language.pick(
                "\(code) räknas inte: enligt prismodellen görs ingen tilläggsdebitering",
                "\(code) is not counted: by the price model there are no surcharges")
        case .belowLeast(let least):
            language.pick(
                "\(code) räknas inte: enligt prismodellen görs tilläggsdebitering från ",
                "\(code) is not counted: by the price model a surcharge is charged from ")
                + NumberText(language: language).money(least.wire)
        case .notBesideDRG:
            language.pick(
                "\(code) räknas inte: enligt prismodellen görs tilläggsdebitering bara vid sidan av ett DRG-pris utan "
                    + "ytterfall",
                "\(code) is not counted: by the price model a surcharge is charged only beside a DRG price without "
                    + "outlier")
        }
    }
}
