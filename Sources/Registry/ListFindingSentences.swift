package import Federation
package import Pricing

extension FindingCatalogue {
    /// The sentences of a finding on a list in a language; `codes` says what measures are called.
    package func sentences(
        of finding: ListFinding, in language: Language, codes: CodeLists
    ) -> Sentences {
        sentences(
            of: finding.worded(in: language) { measure in
                codes.measures.first { $0.code == measure.rawValue }.map { language.pick($0.swedish, $0.english) }
                    ?? measure.rawValue
            }, in: language)
    }
}
