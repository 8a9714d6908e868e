import Federation

/// A region that delivered nothing for the year.
struct MissingNotDelivered: MissingItemRule {
    static let code = "missing-not-delivered"
    static let reason = MissingReason.notDelivered

    init(_ context: ListContext) {}
}
