import Federation

/// A group to which the weight list gives no weight.
struct MissingGroupWithoutWeight: MissingItemRule {
    static let code = "missing-group-without-weight"
    static let reason = MissingReason.groupWithoutWeight

    init(_ context: ListContext) {}
}
