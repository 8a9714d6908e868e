package import Federation

/// Which list a case was priced by (prislista och utgåva).
package struct QuotedList: Hashable, Sendable {
    package let year: Year
    /// A draft, a proposal, or an adopted edition.
    package let standing: Standing
    /// SHA-256 of the list's canonical JSON.
    package let fingerprint: Fingerprint

    package init(year: Year, standing: Standing, fingerprint: Fingerprint) {
        self.year = year
        self.standing = standing
        self.fingerprint = fingerprint
    }

    /// The list in a line: `Prislista 2023, utgåva 1 (SN 2022-0031 § 47, 2022-12-02)`.
    package func title(in language: Language) -> String {
        let name = language.pick("Prislista \(year)", "Price list \(year)")
        switch standing {
        case .draft:
            return name + language.pick(", UTKAST ", ", DRAFT ") + fingerprint.short
                + language.pick(" – ej fastställd, får inte faktureras", " – not adopted, not to be invoiced by")
        case .proposed:
            return name + language.pick(", FÖRSLAG ", ", PROPOSAL ") + fingerprint.short
                + language.pick(" – ej fastställd, får inte faktureras", " – not adopted, not to be invoiced by")
        case .adopted(let edition, let decision):
            return name + language.pick(", utgåva ", ", edition ")
                + "\(edition) (\(decision.board.reference), \(decision.day))"
        }
    }
}

extension Standing {
    /// The stable code: `draft`, `proposed` or `adopted`.
    package var code: String {
        switch self {
        case .draft: "draft"
        case .proposed: "proposed"
        case .adopted: "adopted"
        }
    }
}
