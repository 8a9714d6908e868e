import Federation

/// A line that asks for last year's price where there is none.
struct MissingNoLastYearPrice: MissingItemRule {
    static let code = "missing-no-last-year-price"
    static let reason = MissingReason.noLastYearPrice

    init(_ context: ListContext) {}
}
