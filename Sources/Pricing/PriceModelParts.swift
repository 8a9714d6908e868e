package import Federation

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
