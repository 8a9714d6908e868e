package import Federation

extension Verdict {
    /// The verdict in words, about a version.
    package func word(in language: Language) -> String {
        switch self {
        case .accepted: language.pick("godkänd", "accepted")
        case .held: language.pick("kvarhållen", "held")
        case .refused: language.pick("avvisad", "refused")
        }
    }
}
