import Federation

/// A line of last year that is neither there nor declared not applicable.
struct MissingLineGone: MissingItemRule {
    static let code = "missing-line-gone"
    static let reason = MissingReason.lineGone

    init(_ context: ListContext) {}
}
