import Federation

/// An index raises or lowers prices by more than the model allows a price to move without a reason: 28 for 2.8 is soon
/// written.
struct IndexBeyondLimit: ListRule {
    static let code = "index-beyond-limit"

    private let percent: ExactDecimal?

    init(_ context: ListContext) { percent = context.plausibility?.changePercent }

    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        guard let percent, let indexation = list.header.model.indexation else { return }
        for applied in indexation.all where applied.index.percent.magnitude.isGreater(than: percent) {
            findings.append(finding(applied.subject, .whole(list.header.modelFingerprint), .index(applied)))
        }
    }
}
