package import Federation
package import Planning
package import Pricing
package import Registry

/// What an accepted delivery says, in the house's own types.
package enum Submission: Sendable {
    /// The head of a price submission; its records were passed on as they were read.
    case prices(SubmissionHeader)
    case plan(PlanReport)
}

/// What came of examining one version (granskning).
package struct Examination: Sendable {
    package let verdict: Verdict
    package let report: FindingsReport
    /// The submission; nil where the version has an error. A held version has one, for the case that it is released.
    package let submission: Submission?
    /// Records read, by kind, faulty ones too.
    package let records: [RecordKind: Int]
    /// The hospitals that the delivery says anything about: a price, a tariff, or that it has none.
    package let hospitals: Set<String>
    /// Whether every part could be read to its end.
    package let isWhole: Bool

    package init(
        verdict: Verdict, report: FindingsReport, submission: Submission?, records: [RecordKind: Int],
        hospitals: Set<String> = [], isWhole: Bool = true
    ) {
        self.verdict = verdict
        self.report = report
        self.submission = submission
        self.records = records
        self.hospitals = hospitals
        self.isWhole = isWhole
    }
}
