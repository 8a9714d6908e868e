import Federation

/// A price set anew that moved more than the model allows without a reason, and none is given.
struct ChangeWithoutReason: ListRule {
    static let code = "change-without-reason"

    private let percent: ExactDecimal?

    init(_ context: ListContext) { percent = context.plausibility?.changePercent }

    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding]) {
        guard let percent, price.reason == nil, let change = price.change(beyond: percent) else { return }
        findings.append(finding(on: price, .change(change)))
    }
}

extension StatedPrice {
    /// The change from last year where it is strictly greater, up or down, than so many per cent. A price raised by the
    /// index is not set anew: the committee decided the index.
    func change(beyond percent: ExactDecimal) -> PriceChange? {
        guard !isComputed, let change, change.ratio?.exceeds(percent: percent) == true else { return nil }
        return change
    }
}
