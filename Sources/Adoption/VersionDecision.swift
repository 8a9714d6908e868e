package import Federation

/// What a person decided about a held version (ställningstagande): appended, never changed.
package struct VersionDecision: Hashable, Sendable {
    /// The two ways to decide.
    package enum Kind: String, Sendable, CaseIterable { case release, refuse }

    package let kind: Kind
    package let version: Fingerprint
    /// The id of the person in the settings' list of persons.
    package let by: String
    package let reason: String
    /// The codes of all findings that the person had before them; a later finding was not part of the decision.
    package let seen: Set<String>
    /// Whether the person states that what looks like personal identity numbers in it are none; only with a release.
    package let statesNoPersonalNumbers: Bool
    package let at: Instant

    package init(
        kind: Kind, version: Fingerprint, by: String, reason: String, seen: Set<String>,
        statesNoPersonalNumbers: Bool = false, at: Instant
    ) {
        self.kind = kind
        self.version = version
        self.by = by
        self.reason = reason
        self.seen = seen
        self.statesNoPersonalNumbers = statesNoPersonalNumbers
        self.at = at
    }
}

/// The state of a version: its examination's verdict and what a person decided since.
package enum VersionState {
    /// What holds for a version. `decisions` are in the order they were made; the last one counts, and only for a
    /// version that was held. A version with an error has no submission, so a release cannot help it; and a release
    /// holds only while the version shows nothing (`codes`) that was not seen then.
    package static func verdict(
        examined: Verdict, codes: Set<String>, hasSubmission: Bool, decisions: [VersionDecision]
    ) -> Verdict {
        guard examined == .held, let last = decisions.last else { return examined }
        switch last.kind {
        case .refuse: return .refused
        case .release where !hasSubmission: return .refused
        case .release: return codes.isSubset(of: last.seen) ? .accepted : .held
        }
    }
}
