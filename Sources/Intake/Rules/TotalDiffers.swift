import Federation
import Registry

/// The delivery states how many records it has, and has another number: some were lost, or came twice.
struct TotalDiffers: Rule {
    static let code = "total-differs"
    static let feeds = Set(FeedKind.allCases)

    init(_ context: RuleContext) {}

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let stated = header.given(.total) else { return }
        // Records of unknown kind are told by themselves, and are there all the same.
        let found = header.recordCount + report.findings.totals["record-kind-unknown", default: 0]
        guard stated.value.flatMap({ Int($0) }) != found else { return }
        report.add(finding(on: header, .total, ["found": String(found)]))
    }
}
