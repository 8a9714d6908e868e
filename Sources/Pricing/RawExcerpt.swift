package import Federation

/// What stands at a place in a file, as delivered, with a few lines around it (utdrag).
package struct RawExcerpt: Hashable, Sendable {
    /// The XPath or JSON Pointer of the record; nil in a file that has no such paths.
    package let path: String?
    /// The three lines before the record, and what stands before it on its own first line.
    package let before: String
    /// The record's bytes as text.
    package let text: String
    /// What stands after the record on its last line, and the three lines after that.
    package let after: String
    /// Whether `text` is only the beginning, since the record is very long.
    package let isCut: Bool
    /// Whether nothing of the file is shown, since what looks like a personal identity number stands in it.
    package let isClosed: Bool
    /// The file and the place in it, where the input's own origin names only a line's id.
    package let foundAt: FilePlace?

    /// A place in a file of the archive.
    package struct FilePlace: Hashable, Sendable {
        /// SHA-256 of the file.
        package let file: Fingerprint
        package let place: RecordOrigin

        package init(file: Fingerprint, place: RecordOrigin) {
            self.file = file
            self.place = place
        }
    }

    package init(
        path: String?, before: String, text: String, after: String, isCut: Bool = false, isClosed: Bool = false,
        foundAt: FilePlace? = nil
    ) {
        self.foundAt = foundAt
        self.path = path
        self.before = before
        self.text = text
        self.after = after
        self.isCut = isCut
        self.isClosed = isClosed
    }

    /// The excerpt with the file and the place that it was cut from.
    package func found(at place: FilePlace) -> RawExcerpt {
        RawExcerpt(
            path: path, before: before, text: text, after: after, isCut: isCut, isClosed: isClosed, foundAt: place)
    }

    /// In place of an excerpt of a file that is not shown.
    package static let closed = RawExcerpt(path: nil, before: "", text: "", after: "", isClosed: true)
}

extension Explanation {
    /// Where all inputs come from, step by step.
    package var origins: [ExplanationInput.Origin] { steps.flatMap { $0.inputs.map(\.origin) } }

    /// Gives each input the excerpt that is found for its origin.
    package mutating func attachExcerpts(_ excerpt: (ExplanationInput.Origin) -> RawExcerpt?) {
        for step in steps.indices {
            for input in steps[step].inputs.indices {
                steps[step].inputs[input].excerpt = excerpt(steps[step].inputs[input].origin)
            }
        }
    }
}
