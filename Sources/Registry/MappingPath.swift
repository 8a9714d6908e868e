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
        guard let steps = MappingPath.steps(rest.split(separator: "/", omittingEmptySubsequences: false)) else {
            return nil
        }
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
        guard let steps = MappingPath.steps(words.dropFirst(ups)), ups + steps.count > 0 else { return nil }
        self.init(ups: ups, steps: steps)
    }

    private static func steps(_ words: some BidirectionalCollection<Substring>) -> [Step]? {
        var steps: [Step] = []
        for (index, word) in words.enumerated() {
            switch word {
            case "", ".", "..", "@": return nil
            case "[]": steps.append(.items)
            case _ where word.hasPrefix("@"):
                guard index == words.count - 1 else { return nil }
                steps.append(.attribute(String(word.dropFirst())))
            default: steps.append(.child(String(word)))
            }
        }
        return steps
    }
}
