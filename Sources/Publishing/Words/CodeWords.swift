import Federation
import Pricing
import Registry

/// Words for the codes of a list's lines in one language; a code without words stands for itself.
struct CodeWords {
    private let measures: [String: String]
    private let typesOfCare: [String: String]
    private let careLevels: [String: String]

    init(_ codes: CodeLists, in language: Language) {
        let words = { (entries: [CodeLists.Entry]) in
            Dictionary(
                entries.map { ($0.code, language.pick($0.swedish, $0.english)) },
                uniquingKeysWith: { first, _ in first })
        }
        measures = words(codes.measures)
        typesOfCare = words(codes.typesOfCare)
        careLevels = words(codes.careLevels)
    }

    func measure(_ measure: Measure) -> String { measures[measure.rawValue] ?? measure.rawValue }
    func typeOfCare(_ type: TypeOfCare) -> String { typesOfCare[type.rawValue] ?? type.rawValue }
    func careLevel(_ level: CareLevel) -> String { careLevels[level.rawValue] ?? level.rawValue }

    /// Several kinds of care in one phrase: `öppen vård och sluten vård`.
    func typesOfCare(_ types: TypesOfCare, in language: Language) -> String {
        types.ordered.map(typeOfCare).joined(separator: language.pick(" och ", " and "))
    }
}
