import Federation

/// A region whose version cannot be used.
struct MissingRefused: MissingItemRule {
    static let code = "missing-refused"
    static let reason = MissingReason.refused

    init(_ context: ListContext) {}
}
