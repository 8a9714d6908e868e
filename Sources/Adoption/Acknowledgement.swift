package import Federation
package import Pricing

/// That a person has seen a finding and says why the list may stand (kvittering): appended, never changed.
package struct Acknowledgement: Hashable, Sendable {
    package let tie: FindingTie
    /// The id of the person in the settings' list of persons.
    package let by: String
    /// Why, in the person's words, 1-1000 characters.
    package let reason: String
    package let at: Instant

    /// The longest reason, in characters.
    package static let longestReason = 1000

    /// Nil where the reason is blank or too long, or nobody is named.
    package init?(tie: FindingTie, by: String, reason: String, at: Instant) {
        let isBlank = reason.allSatisfy(\.isWhitespace)
        guard !by.isEmpty, !isBlank, reason.count <= Acknowledgement.longestReason else { return nil }
        self.tie = tie
        self.by = by
        self.reason = reason
        self.at = at
    }
}

/// A finding with what it is tied to, once the archive has been read.
package struct TiedFinding: Hashable, Sendable {
    package let finding: ListFinding
    package let tie: FindingTie

    /// A finding; `record` is the SHA-256 of the raw bytes at its evidence, nil where those are not a record.
    package init(_ finding: ListFinding, record: Fingerprint? = nil) {
        self.finding = finding
        switch finding.evidence {
        case .none: tie = FindingTie(finding, record: nil)
        case .whole(let fingerprint): tie = FindingTie(finding, record: fingerprint)
        case .record: tie = FindingTie(finding, record: record)
        }
    }

    /// The name that a person types.
    package var id: FindingID { tie.id }
}
