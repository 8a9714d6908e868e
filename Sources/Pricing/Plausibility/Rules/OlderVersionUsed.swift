import Federation

/// A region's older version stands in for the current one, which cannot be used.
struct OlderVersionUsed: ListRule {
    static let code = "older-version-used"

    init(_ context: ListContext) {}

    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        for used in list.header.submissions where used.isLastGood {
            findings.append(finding(.region(used.region), .whole(used.version), .name(used.version.short)))
        }
    }
}
