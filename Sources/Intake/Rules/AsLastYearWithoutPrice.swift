import Federation
import Pricing
import Registry

/// Last year's price is asked for, and last year's list does not have the line.
struct AsLastYearWithoutPrice: Rule {
    static let code = "as-last-year-without-price"

    private let previous: [LineID: Amount]

    init(_ context: RuleContext) { previous = context.previous }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        // Without any list of last year there is one finding for all lines: no-previous-list.
        guard !previous.isEmpty, record.kind == .careService, record.text(.asLastYear) == "true" else { return }
        guard let id = record.lineID, previous[id] == nil else { return }
        report.add(Finding(Self.code, ["code": record.text(.code) ?? ""], at: record.place))
    }
}
