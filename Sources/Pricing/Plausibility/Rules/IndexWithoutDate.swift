import Federation

/// Prices are raised by an index of which the model does not say the day of the table that it was read from.
struct IndexWithoutDate: ListRule {
    static let code = "index-without-date"

    init(_ context: ListContext) {}

    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        guard let indexation = list.header.model.indexation else { return }
        for applied in indexation.all where applied.index.date == nil {
            let isUsed = list.careServices.contains {
                $0.basis != .delivered && indexation.applied(to: $0.service, of: $0.region) == applied
            }
            guard isUsed else { continue }
            findings.append(finding(applied.subject, .whole(list.header.modelFingerprint), .index(applied)))
        }
    }
}
