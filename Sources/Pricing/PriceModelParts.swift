package import Federation

/// The price of one DRG point (poängpris), where it holds and by which weights.
package struct PointPrice: Hashable, Sendable {
    /// Where a point price holds.
    package enum Providers: String, Sendable, CaseIterable {
        /// At the hospitals and kinds of care that the regions declare.
        case asDeclared
        /// Not said; only in a reference model.
        case unspecified
    }

    package let id: String
    package let amount: Amount
    /// The id of a weight list of the model.
    package let weightList: String
    package let typesOfCare: TypesOfCare
    package let providers: Providers

    package init(id: String, amount: Amount, weightList: String, typesOfCare: TypesOfCare, providers: Providers) {
        self.id = id
        self.amount = amount
        self.weightList = weightList
        self.typesOfCare = typesOfCare
        self.providers = providers
    }
}

/// A weight list that a model names, tied to the very bytes of its file.
package struct WeightListReference: Hashable, Sendable {
    package let id: String
    /// The file's name in `Contracts/weight-lists`.
    package let file: String
    package let kind: WeightList.Kind
    package let sha256: Fingerprint
    /// Made up for trials, not Socialstyrelsen's; every list made of it is marked.
    package let synthetic: Bool

    package init(id: String, file: String, kind: WeightList.Kind, sha256: Fingerprint, synthetic: Bool = false) {
        self.id = id
        self.file = file
        self.kind = kind
        self.sha256 = sha256
        self.synthetic = synthetic
    }
}

/// How prices that are not calculated anew are raised (uppräkning).
package struct Indexation: Hashable, Sendable {
    /// Which prices are raised.
    package enum AppliesTo: String, Sendable, CaseIterable { case asLastYear }

    /// The index, for example `LPIK`.
    package let name: String
    /// The percentage as written, `2.8`.
    package let percent: ExactDecimal
    /// Where the percentage stands.
    package let source: String
    /// The day of the table that it was read from; nil where there is none.
    package let date: Day?
    package let appliesTo: AppliesTo

    package init(name: String, percent: ExactDecimal, source: String, date: Day?, appliesTo: AppliesTo = .asLastYear) {
        self.name = name
        self.percent = percent
        self.source = source
        self.date = date
        self.appliesTo = appliesTo
    }
}

/// What is paid for a case that passes a limit of its group (ytterfall).
package enum OutlierRule: Hashable, Sendable {
    /// The whole case is paid by care services.
    case careServices
    /// The DRG price and this amount for each day past the limit of days; the cost limit has no effect.
    case perDay(Amount)
}

/// What a plausible price is (rimlighet).
package struct Plausibility: Hashable, Sendable {
    /// A greater change from last year needs a reason; per cent.
    package let changePercent: ExactDecimal

    package init(changePercent: ExactDecimal) { self.changePercent = changePercent }
}

/// The days of the year's rhythm (årshjul).
package struct Timetable: Hashable, Sendable {
    /// The weight lists are out.
    package let weightsDue: Day
    package let submissionsOpen: Day
    /// The last day on which a delivery is not late.
    package let submissionsClose: Day
    /// The committee decides.
    package let decision: Day

    package init(weightsDue: Day, submissionsOpen: Day, submissionsClose: Day, decision: Day) {
        self.weightsDue = weightsDue
        self.submissionsOpen = submissionsOpen
        self.submissionsClose = submissionsClose
        self.decision = decision
    }
}
