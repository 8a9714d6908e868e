import Federation

/// Prices are raised by an index of which the model does not say the day of the table that it was read from.
struct IndexWithoutDate: ListRule {
    static let code = "index-without-date"

    init(_ context: ListContext) {}

    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        guard let indexation = list.header.model.indexation, indexation.date == nil else { return }
        guard list.careServices.contains(where: { $0.basis != .delivered }) else { return }
        findings.append(finding(.list, .whole(list.header.modelFingerprint), .index(indexation)))
    }
}
