import Federation

/// A price set anew that moved more than the model allows without a reason, and its reason.
struct ChangeWithReason: ListRule {
    static let code = "change-with-reason"

    private let percent: ExactDecimal?

    init(_ context: ListContext) { percent = context.plausibility?.changePercent }

    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding]) {
        guard let percent, price.reason != nil, let change = price.change(beyond: percent) else { return }
        findings.append(finding(on: price, .change(change)))
    }
}
