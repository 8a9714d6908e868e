package import Federation

/// What the cover of the workbook and of the minutes says beyond the list itself (försättsblad).
package struct PriceListCover: Sendable {
    /// Another file with the same list.
    package struct File: Hashable, Sendable {
        package let name: String
        /// SHA-256 of its bytes.
        package let sha256: Fingerprint

        package init(name: String, sha256: Fingerprint) {
            self.name = name
            self.sha256 = sha256
        }
    }

    /// SHA-256 of the list's canonical JSON: the edition's fingerprint, and the draft's before there is an edition.
    package let fingerprint: Fingerprint
    /// Where the list stands in full, for machines.
    package let files: [File]

    package init(fingerprint: Fingerprint, files: [File] = []) {
        self.fingerprint = fingerprint
        self.files = files
    }
}

extension PriceListDocument {
    /// The day that files name as their own, so that the same list gives the same bytes: the decision's, and before there
    /// is a decision the first day that the prices hold.
    var fileDay: Day {
        switch standing {
        case .adopted(_, let decision): decision.day
        case .draft, .proposed: list.header.model.validFrom
        }
    }

    /// The list's name: `Sjukvårdsregional prislista 2023`.
    var name: String {
        let model = list.header.model
        return model.purpose == .reference
            ? "Referenspriser \(model.year)" : "Sjukvårdsregional prislista \(model.year)"
    }

    /// Where the list stands, in a few words for a cover.
    var stamp: String {
        switch standing {
        case .draft: list.header.model.purpose == .reference ? "Referens" : "Utkast – ej fastställd"
        case .proposed: "Förslag – ej fastställt"
        case .adopted(let edition, let decision):
            "Fastställd \(decision.day), \(decision.reference) · utgåva \(edition)"
        }
    }
}
