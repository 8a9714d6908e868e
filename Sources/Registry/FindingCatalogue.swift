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

        /// The sentences with the finding's values filled in.
        package func filled(_ finding: Finding) -> Sentences {
            var values = finding.arguments
            values["sample"] = finding.sample ?? ""
            let fill = { (text: String) in
                values.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
            }
            return Sentences(wrong: fill(wrong), whatToDo: fill(whatToDo))
        }
    }

    private let entries: [String: Entry]

    package init(_ entries: [Entry]) {
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

    /// The sentences of a finding in a language.
    package func sentences(of finding: Finding, in language: Language) -> Sentences {
        let entry = self[finding.code]
        return language.pick(entry.swedish, entry.english).filled(finding)
    }
}
