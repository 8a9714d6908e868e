import Federation

extension LimitReading {
    /// The cost limit and the limit of days, held against a case.
    static func both(of group: DRGLine?, for careCase: CareCase, rule: OutlierRule?) -> [LimitReading] {
        let cost = group?.group.costLimit
        let days = group?.group.daysLimit
        return [
            LimitReading(
                .cost, limit: cost?.wire, given: careCase.cost?.wire, isKnown: group != nil,
                counts: rule?.costLimit ?? false, excess: Self.excess(careCase.cost?.ore, over: cost?.ore)),
            LimitReading(
                .days, limit: days.map(String.init), given: careCase.days.map(String.init), isKnown: group != nil,
                counts: true, excess: Self.excess(careCase.days, over: days)),
        ]
    }

    /// How far a number lies above a limit, nothing where it does not; nil where either is absent.
    private static func excess<Number: BinaryInteger>(_ number: Number?, over limit: Number?) -> Int? {
        guard let number, let limit else { return nil }
        return number > limit ? Int(number - limit) : 0
    }

    private init(_ kind: Kind, limit: String?, given: String?, isKnown: Bool, counts: Bool, excess: Int?) {
        let outcome: Outcome =
            if !isKnown {
                .unknown
            } else if limit == nil {
                .noLimit
            } else if !counts {
                .withoutEffect
            } else if let excess {
                excess > 0 ? .passed : .within
            } else {
                .notGiven
            }
        self.init(kind: kind, limit: limit, given: given, outcome: outcome, excess: excess ?? 0)
    }
}
