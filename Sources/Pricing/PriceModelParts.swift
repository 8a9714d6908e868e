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
