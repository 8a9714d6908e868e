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
        ListFinding.Names(
            measure: { measure in
                codes.measures.first { $0.code == measure.rawValue }.map { language.pick($0.swedish, $0.english) }
                    ?? measure.rawValue
            },
            region: { region($0)?.region.name ?? $0.text },
            hospital: { region($0)?.region.hospital($1)?.name ?? $1 },
            unit: { slug, provider, unit in
                region(slug)?.region.hospital(provider)?.units.first { $0.id == unit }?.name ?? unit
            })
    }
}
