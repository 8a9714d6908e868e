import Federation

/// A region whose version waits for a person's decision.
struct MissingHeld: MissingItemRule {
    static let code = "missing-held"
    static let reason = MissingReason.held

    init(_ context: ListContext) {}
}
