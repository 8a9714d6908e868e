import Federation
import Registry

/// The prices are for another year than the one that is gathered: most often last year's file.
struct WrongYear: Rule {
    static let code = "wrong-year"

    private let year: Year

    init(_ context: RuleContext) { year = context.year }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let found = header.given(.year)?.value.flatMap({ Year($0) }), found != year else { return }
        report.add(finding(on: header, .year, ["found": found.description, "expected": year.description]))
    }
}
