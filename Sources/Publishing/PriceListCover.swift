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
    /// What it corrects; nil for a first edition.
    package let correction: Correction?

    package init(fingerprint: Fingerprint, files: [File] = [], correction: Correction? = nil) {
        self.fingerprint = fingerprint
        self.files = files
        self.correction = correction
    }

    /// Which edition a list corrects, and why (rättelse).
    package struct Correction: Hashable, Sendable {
        package let edition: Int
        /// The reference of the decision on the edition that is corrected.
        package let decision: String
        package let reason: String
        /// What differs: ids of lines, and names of sections without lines.
        package let changes: [String]

        package init(edition: Int, decision: String, reason: String, changes: [String]) {
            self.edition = edition
            self.decision = decision
            self.reason = reason
            self.changes = changes
        }

        /// The correction as facts of a cover, in Swedish.
        var facts: [(String, String)] {
            [
                ("Rättar", "utgåva \(edition), \(decision)"), ("Skäl till rättelsen", reason),
                ("Ändrat", Self.words(for: changes, in: .swedish)),
            ]
        }

        /// What differs, lines counted and sections named: `2 rader, årets regler`.
        package static func words(for changes: [String], in language: Language) -> String {
            let names = language.pick(
                ["model": "årets regler", "applicability": "var DRG-priser gäller", "missing": "det som saknas"],
                ["model": "the year's rules", "applicability": "where DRG prices hold", "missing": "what is missing"])
            let sections = changes.compactMap { names[$0] }
            let lines = changes.count - sections.count
            let word = language.pick(lines.word("rad", "rader"), lines.word("line", "lines"))
            return ((lines == 0 ? [] : ["\(SwedishFormat.count(lines)) \(word)"]) + sections).joined(separator: ", ")
        }
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

    /// The first day that the prices hold: the decision's, and before there is a decision the price model's.
    var firstDay: Day {
        switch standing {
        case .adopted(_, let decision): decision.validFrom
        case .draft, .proposed: list.header.model.validFrom
        }
    }

    /// The days that the list holds, as they stand after `Gäller`. A first day that is not the model's, as a correction
    /// has, is said in so many words.
    var validity: String {
        let model = list.header.model
        return firstDay == model.validFrom
            ? "\(firstDay) – \(model.validTo)" : "från och med \(firstDay) till och med \(model.validTo)"
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
            "Fastställd \(decision.day), \(decision.board.reference) · utgåva \(edition)"
        }
    }
}
