/// A path of the mapping language: child steps, `@attribute`, `[]` for the items of a JSON array, `..` for one step up,
/// `.` for the record itself.
package struct MappingPath: Hashable, Sendable {
    /// One step downwards.
    package enum Step: Hashable, Sendable {
        /// An element by its local name, or a JSON member.
        case child(String)
        /// An XML attribute; only as the last step.
        case attribute(String)
        /// The items of a JSON array.
        case items
    }

    /// How many steps up a relative path begins with.
    package let ups: Int
    /// The steps down.
    package let steps: [Step]

    package init(ups: Int = 0, steps: [Step]) {
        self.ups = ups
        self.steps = steps
    }

    /// Reads `/Prislista/Klinik/@namn`, `/[]/pris` or `/`.
    package init?(absolute text: String) {
        guard text.hasPrefix("/") else { return nil }
        let rest = text.dropFirst()
        guard !rest.isEmpty else {
            self.init(steps: [])
            return
        }
        guard !rest.hasPrefix("@"),
            let steps = MappingPath.steps(rest.split(separator: "/", omittingEmptySubsequences: false))
        else { return nil }
        self.init(steps: steps)
    }

    /// Reads `Kod`, `../@namn`, `../../namn` or `.`.
    package init?(relative text: String) {
        guard text != "." else {
            self.init(steps: [])
            return
        }
        let words = text.split(separator: "/", omittingEmptySubsequences: false)
        let ups = words.prefix { $0 == ".." }.count
        guard let steps = MappingPath.steps(words.dropFirst(ups)), !steps.isEmpty else { return nil }
        self.init(ups: ups, steps: steps)
    }

    private static func steps(_ words: some BidirectionalCollection<Substring>) -> [Step]? {
        var steps: [Step] = []
        for (index, word) in words.enumerated() {
            switch word {
            case "[]": steps.append(.items)
            case _ where word.hasPrefix("@"):
                guard index == words.count - 1, isName(word.dropFirst()) else { return nil }
                steps.append(.attribute(String(word.dropFirst())))
            default:
                guard isName(word) else { return nil }
                steps.append(.child(String(word)))
            }
        }
        return steps
    }

    /// Whether a word can be the name in a step: not empty, no blanks, and nothing that means something in a path.
    private static func isName(_ word: Substring) -> Bool {
        !word.isEmpty && !word.contains { $0.isWhitespace || "@.[]".contains($0) }
    }
}
