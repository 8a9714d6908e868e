/// A language that texts for people are written in; Swedish unless asked otherwise.
package enum Language: String, Sendable, CaseIterable {
    case swedish = "sv"
    case english = "en"

    /// The one of two texts that is in this language.
    package func pick<Text>(_ swedish: Text, _ english: Text) -> Text { self == .swedish ? swedish : english }
}

extension Int {
    /// The one of two words that goes with this number: the first with 1, else the second.
    package func word(_ one: String, _ many: String) -> String { self == 1 ? one : many }
}
