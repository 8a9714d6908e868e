package import Federation

/// The list of all rules. Adding a rule adds a file and a line here.
package enum Rulebook {
    /// Every rule, header rules first.
    static let all: [any Rule.Type] = [
        AmountNotANumber.self
    ]

    /// The rules for one kind of feed.
    static func rules(for feed: FeedKind) -> [any Rule.Type] { all.filter { $0.feeds.contains(feed) } }

    /// Names this state of the rules: another set, or a rule's new version, makes another examination.
    package static var fingerprint: Fingerprint {
        Fingerprint(of: (["rulebook-1"] + all.map { $0.code }).joined(separator: "\n").utf8)
    }
}
