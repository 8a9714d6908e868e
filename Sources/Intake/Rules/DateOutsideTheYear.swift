import Federation
import Registry

/// The delivery says that it was made neither in the year of the prices nor in the year before.
struct DateOutsideTheYear: Rule {
    static let code = "date-outside-the-year"

    private let year: Year

    init(_ context: RuleContext) { year = context.year }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let created = header.created else { return }
        guard !(year.previous.number...year.number).contains(created.day.year) else { return }
        report.add(
            finding(on: header, .created, ["from": year.previous.description, "to": year.description]))
    }
}
