package import Federation

/// What a person did to a year's list (åtgärd): appended to the log, never changed.
package struct ListAct: Hashable, Sendable {
    package let year: Year
    /// The id of the person in the settings' list of persons.
    package let by: String
    package let at: Instant
    package let deed: Deed

    /// An act read back from the log; new ones come from `ListActs`.
    package init(year: Year, by: String, at: Instant, deed: Deed) {
        self.year = year
        self.by = by
        self.at = at
        self.deed = deed
    }

    /// What was done.
    package enum Deed: Hashable, Sendable {
        /// The list was frozen and laid before the committee (föreslagen).
        case proposed(Proposal)
        /// The proposal went back to draft, also one that was adopted and not published (återlämnad).
        case returned(reason: String)
        /// The committee adopted the proposal (fastställd).
        case adopted(Adopted)
        /// The edition and its signed manifest were published (publicerad).
        case published(Published)
        /// Work on the correction of a published edition began (rättelse).
        case corrected(Correction)
    }
}

/// What is laid before the committee (förslag): by fingerprints, so that nothing later can touch it.
package struct Proposal: Hashable, Sendable {
    /// SHA-256 of the frozen input: versions, model, weights, acknowledgements.
    package let input: Fingerprint
    /// SHA-256 of the list's canonical JSON.
    package let list: Fingerprint
    /// What a correction changes: ids of lines, in canonical order, and the name of a section (`applicability`) for what
    /// has no line. Empty in a first edition.
    package let changes: [String]

    /// A proposal; changes may come in any order.
    package init(input: Fingerprint, list: Fingerprint, changes: [String] = []) {
        self.input = input
        self.list = list
        self.changes = Set(changes).sorted { $0.precedes($1) }
    }
}

/// The committee's adoption of a proposal (fastställande).
package struct Adopted: Hashable, Sendable {
    package let decision: ListDecision
    /// The regions whose newer delivery is not in the list, adopted all the same; in order.
    package let despiteNewer: [RegionSlug]

    package init(decision: ListDecision, despiteNewer: [RegionSlug] = []) {
        self.decision = decision
        self.despiteNewer = despiteNewer.sorted()
    }
}

/// The publishing of an adopted list (publicering).
package struct Published: Hashable, Sendable {
    /// SHA-256 of the edition's canonical JSON.
    package let edition: Fingerprint
    /// SHA-256 of the signed manifest.
    package let manifest: Fingerprint
    /// Whether the PDF was left out, which a person must have asked for.
    package let withoutPDF: Bool

    package init(edition: Fingerprint, manifest: Fingerprint, withoutPDF: Bool) {
        self.edition = edition
        self.manifest = manifest
        self.withoutPDF = withoutPDF
    }
}

/// Why a published edition is to be corrected (rättelse).
package struct Correction: Hashable, Sendable {
    /// The number of the edition that holds the error.
    package let edition: Int
    package let reason: String

    package init(edition: Int, reason: String) {
        self.edition = edition
        self.reason = reason
    }
}
