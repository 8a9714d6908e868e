package import Federation

/// A region's statement that something owed has no price this year (ej tillämpligt), with its reason.
package struct NotApplicable: Hashable, Sendable {
    /// What has no price.
    package enum Subject: Hashable, Sendable {
        /// The whole hospital.
        case hospital
        /// One care service line of last year's list.
        case line(unit: String, code: String, typeOfCare: TypeOfCare, careLevel: CareLevel)
    }

    /// The hospital's id.
    package let provider: String
    package let subject: Subject
    /// Why, in the region's words.
    package let reason: String
    package let origin: RecordOrigin

    package init(provider: String, subject: Subject, reason: String, origin: RecordOrigin) {
        self.provider = provider
        self.subject = subject
        self.reason = reason
        self.origin = origin
    }
}
