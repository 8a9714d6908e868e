import Federation

/// A weight list that is made up for trials.
struct WeightsMadeUp: ListRule {
    static let code = "weights-made-up"

    init(_ context: ListContext) {}

    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        for weights in list.header.model.weightLists where weights.synthetic {
            findings.append(finding(.weightList(weights.id), .whole(weights.sha256), .name(weights.file)))
        }
    }
}
