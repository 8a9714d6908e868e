package import Federation
package import Registry

/// Findings in words for a person: what is wrong, where, and what to do.
package struct FindingText: Sendable {
    private let catalogue: FindingCatalogue
    private let language: Language

    package init(_ catalogue: FindingCatalogue, in language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    /// A severity as it stands in front of a finding.
    package func word(for severity: Severity) -> String {
        switch severity {
        case .error: language.pick("FEL", "ERROR")
        case .warning: language.pick("VARNING", "WARNING")
        case .info: language.pick("UPPLYSNING", "INFO")
        }
    }

    /// A finding as lines: severity, code and place; then the two sentences.
    package func lines(_ finding: Finding, region: RegionSlug?) -> [String] {
        let entry = catalogue[finding.code]
        let sentences = catalogue.sentences(of: finding, in: language)
        let whereabouts = ([region?.text, finding.place.map(place)] as [String?]).compactMap { $0 }.joined(
            separator: " · ")
        let head = "\(word(for: entry.severity))  \(finding.code)   \(whereabouts)"
        return [head, "     " + sentences.wrong, "     " + sentences.whatToDo].filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// A place: `del 2, rad 118, kolumn 24 (byte 9 431) · /Prislista/Klinik[3]`.
    package func place(_ place: Place) -> String {
        let bytes = SwedishFormat.count(place.bytes.lowerBound)
        let part = place.part > 0 ? language.pick("del \(place.part + 1), ", "part \(place.part + 1), ") : ""
        let line = SwedishFormat.count(place.line)
        let position = language.pick(
            "rad \(line), kolumn \(place.column) (byte \(bytes))",
            "line \(line), column \(place.column) (byte \(bytes))")
        return part + position + (place.path.isEmpty ? "" : " · " + place.path)
    }

    /// A report as lines: each code with its total and the first examples, gravest first; totals alone where no
    /// examples are wanted.
    package func lines(_ report: FindingsReport, region: RegionSlug?, examples: Int) -> [String] {
        let codes = report.totals.keys.sorted { left, right in
            let severities = (catalogue[left].severity, catalogue[right].severity)
            return severities.0 == severities.1 ? left.precedes(right) : severities.0 > severities.1
        }
        return codes.flatMap { code in
            let shown = report.samples.filter { $0.code == code }.prefix(examples)
            let total = report.totals[code] ?? 0
            let rest = total - shown.count
            let more = SwedishFormat.count(rest)
            if shown.isEmpty { return ["\(word(for: catalogue[code].severity))  \(code)   \(more)"] }
            let note = language.pick(
                "     … och \(more) till med samma kod (\(SwedishFormat.count(total)) i allt)",
                "     … and \(more) more of the same code (\(SwedishFormat.count(total)) in all)")
            return shown.flatMap { lines($0, region: region) } + (rest > 0 ? [note] : [])
        }
    }
}
