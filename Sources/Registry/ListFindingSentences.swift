package import Federation
package import Pricing

extension FindingCatalogue {
    /// The sentences of a finding on a list in a language.
    package func sentences(of finding: ListFinding, in language: Language, names: ListFinding.Names) -> Sentences {
        sentences(of: finding.worded(in: language, names: names), in: language)
    }
}

extension Premises {
    /// What regions, hospitals, units and measures are called in a language; what has no name goes by its id.
    package func names(in language: Language) -> ListFinding.Names {
        let measures = Dictionary(
            codes.measures.map { ($0.code, language.pick($0.swedish, $0.english)) },
            uniquingKeysWith: { first, _ in first })
        return ListFinding.Names(
            measure: { measures[$0.rawValue] ?? $0.rawValue },
            region: { region($0)?.region.name ?? $0.text },
            hospital: { region($0)?.region.hospital($1)?.name ?? $1 },
            unit: { slug, provider, unit in
                region(slug)?.region.hospital(provider)?.units.first { $0.id == unit }?.name ?? unit
            })
    }
}
