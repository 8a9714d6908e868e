package import Federation
import Reading

/// What each failure code of a fetch means, in words for a person (`Contracts/failures.json`).
package struct FailureCatalogue: Hashable, Sendable {
    /// A sentence in both languages.
    package struct Sentence: Hashable, Sendable {
        package let swedish: String
        package let english: String
    }

    private let sentences: [String: Sentence]

    /// A catalogue of these codes.
    package init(_ sentences: [String: Sentence] = [:]) { self.sentences = sentences }

    /// All codes in canonical order.
    package var codes: [String] { sentences.keys.sorted { $0.precedes($1) } }

    /// What a failure is, with its code and the facts of the case. A code that is not in the file stands for itself; a
    /// test keeps that from happening.
    package func words(_ code: String, detail: String, in language: Language) -> String {
        let facts = detail.isEmpty ? code : code + ": " + detail
        guard let sentence = sentences[code] else { return facts }
        return language.pick(sentence.swedish, sentence.english) + " (\(facts))"
    }
}

extension FailureCatalogue {
    /// Reads the catalogue.
    static func read(_ root: JSONValue) throws -> FailureCatalogue {
        let rows = try root.member("failures").members().map { member in
            try member.value.allowMembers(["sv", "en"])
            return (
                member.key,
                Sentence(
                    swedish: try member.value.member("sv").string(), english: try member.value.member("en").string())
            )
        }
        return FailureCatalogue(Dictionary(rows, uniquingKeysWith: { first, _ in first }))
    }
}
