import Federation
import Foundation

/// The query of an address, with each name at most once and only names that the route knows.
struct Query: Sendable {
    /// Names and values in the order they came, percent signs decoded.
    let pairs: [(name: String, value: String)]

    /// Reads `a=1&b=2`.
    init(_ text: String) {
        pairs = text.split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Query.decoded(sides[0]), sides.count > 1 ? Query.decoded(sides[1]) : "")
        }
    }

    /// Refuses names that the route does not know, and a name that stands twice.
    func allow(_ names: [String]) throws(Problem) {
        for (name, _) in pairs where !names.contains(name) {
            throw Problem.query(
                name, allowed: names,
                names.isEmpty ? "finns inte; adressen tar inga" : "finns inte; de som finns är \(Query.list(names))",
                names.isEmpty
                    ? "does not exist; the address takes none" : "does not exist; there are \(Query.list(names))")
        }
        for name in names where pairs.count(where: { $0.name == name }) > 1 {
            throw Problem.query(name, allowed: [], "får bara anges en gång", "may be given only once")
        }
    }

    /// The value of a name; nil where it is not there or empty.
    subscript(_ name: String) -> String? {
        pairs.first { $0.name == name }.map(\.value).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A whole number within limits; the fallback where the name is not there.
    func number(_ name: String, in range: ClosedRange<Int>, or fallback: Int) throws(Problem) -> Int {
        guard let text = self[name] else { return fallback }
        guard text.utf8.count <= 9, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
            range.contains(number)
        else {
            throw Problem.query(
                name, allowed: ["\(range.lowerBound)–\(range.upperBound)"],
                "ska vara ett heltal från \(range.lowerBound) till \(range.upperBound)",
                "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// One of a few words; nil where the name is not there.
    func word(_ name: String, of words: [String]) throws(Problem) -> String? {
        guard let text = self[name] else { return nil }
        guard words.contains(text) else {
            throw Problem.query(
                name, allowed: words, "ska vara en av \(Query.list(words))", "must be one of \(Query.list(words))")
        }
        return text
    }

    /// The query again with another value of one name, for links.
    func replacing(_ name: String, with value: String) -> String {
        let kept = pairs.filter { $0.name != name } + [(name, value)]
        return kept.map { Query.encoded($0.name) + "=" + Query.encoded($0.value) }.joined(separator: "&")
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    private static func decoded(_ text: Substring) -> String {
        let plain = text.replacing("+", with: " ")
        return plain.removingPercentEncoding ?? String(plain)
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}

/// What stands for itself in an address.
private let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
