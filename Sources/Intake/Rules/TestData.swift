import Federation
import Registry

/// The delivery says itself that it was made for trials.
struct TestData: Rule {
    static let code = "test-data"

    init(_ context: RuleContext) {}

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard header.given(.testData)?.value == "true" else { return }
        report.add(finding(on: header, .testData))
    }
}
