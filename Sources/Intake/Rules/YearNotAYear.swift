import Federation
import Registry

/// The header's year is no year: `23`, `tvåtusentjugotre`.
struct YearNotAYear: Rule {
    static let code = "year-not-a-year"

    init(_ context: RuleContext) {}

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let given = header.given(.year), given.value.flatMap({ Year($0) }) == nil else { return }
        report.add(finding(on: header, .year))
    }
}
