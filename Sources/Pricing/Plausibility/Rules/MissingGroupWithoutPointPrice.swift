import Federation

/// A group whose kind of care no point price covers.
struct MissingGroupWithoutPointPrice: MissingItemRule {
    static let code = "missing-group-without-point-price"
    static let reason = MissingReason.groupWithoutPointPrice

    init(_ context: ListContext) {}
}
