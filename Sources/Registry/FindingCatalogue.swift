package import Federation

/// Every finding code with its severity and its sentences (`Contracts/findings.json`).
package struct FindingCatalogue: Hashable, Sendable {
    /// What is known about one code.
    package struct Entry: Hashable, Sendable {
        package let code: String
        package let severity: Severity
        /// Whether a person must decide about the version.
        package let holds: Bool
        /// Whether it says that the whole file is the wrong one, so that nothing else is worth saying.
        package let isWrongFile: Bool
        /// What is wrong and what to do, with `{names}` to fill in.
        package let swedish: Sentences
        package let english: Sentences

        package init(
            code: String, severity: Severity, holds: Bool, isWrongFile: Bool, swedish: Sentences, english: Sentences
        ) {
            self.code = code
            self.severity = severity
            self.holds = holds
            self.isWrongFile = isWrongFile
            self.swedish = swedish
            self.english = english
        }
    }

    /// The two sentences of a finding in one language.
    package struct Sentences: Hashable, Sendable {
        package let wrong: String
        package let whatToDo: String

        package init(wrong: String, whatToDo: String) {
            self.wrong = wrong
            self.whatToDo = whatToDo
        }

        /// Whether the first sentence says which field it is about.
        var namesTheField: Bool { wrong.contains("{field}") }

        /// The sentences with `{names}` replaced by their values, in one pass: a value is never filled in itself.
        func filled(_ values: [String: String]) -> Sentences {
            Sentences(wrong: Self.fill(wrong, values), whatToDo: Self.fill(whatToDo, values))
        }

        private static func fill(_ text: String, _ values: [String: String]) -> String {
            let parts = text.split(separator: "{", omittingEmptySubsequences: false)
            return parts.dropFirst().reduce(into: String(parts[0])) { filled, part in
                guard let end = part.firstIndex(of: "}"), let value = values[String(part[..<end])] else {
                    return filled += "{" + part
                }
                filled += value + part[part.index(after: end)...]
            }
        }
    }

    /// What a field, or another name in arguments, is called in sentences.
    package struct Word: Hashable, Sendable {
        package let swedish: String
        package let english: String

        package init(swedish: String, english: String) {
            self.swedish = swedish
            self.english = english
        }
    }

    private let entries: [String: Entry]
    private let words: [String: Word]

    /// A catalogue of findings, and of words for the names that arguments hold.
    package init(_ entries: [Entry], words: [String: Word]) {
        self.words = words
        self.entries = Dictionary(entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The entry of a code. A code that is not in the file is an error without sentences; a test keeps that from
    /// happening.
    package subscript(_ code: String) -> Entry {
        let none = Sentences(wrong: code, whatToDo: "")
        return entries[code]
            ?? Entry(code: code, severity: .error, holds: false, isWrongFile: false, swedish: none, english: none)
    }

    /// All codes in canonical order.
    package var codes: [String] { entries.keys.sorted { $0.precedes($1) } }

    /// The sentences of a finding in a language. Where it is about one column of the file, they name it: beside the
    /// field's name, or before all else.
    package func sentences(of finding: Finding, in language: Language) -> Sentences {
        let entry = self[finding.code]
        var values = finding.arguments
        values["sample"] = finding.sample ?? ""
        for key in ["field", "fields", "declaredBy", "expected", "found", "notation", "encoding", "what"] {
            values[key] = values[key].map { names in
                names.split(separator: ", ").map { word(for: String($0), in: language) }.joined(separator: ", ")
            }
        }
        let sentences = language.pick(entry.swedish, entry.english)
        guard let field = values["field"], let column = values["column"] else { return sentences.filled(values) }
        values["field"] = Self.both(field, column)
        let filled = sentences.filled(values)
        guard !sentences.namesTheField else { return filled }
        return Sentences(wrong: Self.both(column, field) + ": " + filled.wrong, whatToDo: filled.whatToDo)
    }

    /// A field's name and the column's in the file; one where they are the same.
    private static func both(_ name: String, _ other: String) -> String {
        name.lowercased() == other.lowercased() ? name : "\(name) (\(other))"
    }

    private func word(for name: String, in language: Language) -> String {
        words[name].map { language.pick($0.swedish, $0.english) } ?? name
    }
}
