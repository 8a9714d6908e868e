import Federation

/// A region whose last fetch failed, so that nobody knows what it delivers.
struct MissingFetchFailed: MissingItemRule {
    static let code = "missing-fetch-failed"
    static let reason = MissingReason.fetchFailed

    init(_ context: ListContext) {}
}
