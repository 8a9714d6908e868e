import Federation

/// A delivery in the list has warnings of its own, from its examination: who proposes the list should have seen them.
struct DeliveryWithWarnings: ListRule {
    static let code = "delivery-with-warnings"

    private let warnings: [RegionSlug: [String: Int]]

    init(_ context: ListContext) { warnings = context.deliveryWarnings }

    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        for used in list.header.submissions {
            guard let codes = warnings[used.region], !codes.isEmpty else { continue }
            let told = codes.sorted { $0.key.precedes($1.key) }.map { "\($0.key) (\($0.value))" }
            findings.append(
                finding(.region(used.region), .whole(used.version), .name(told.joined(separator: ", "))))
        }
    }
}
