import Federation
import Registry

/// There is no list of last year for this region, so no price can be compared with last year's.
struct NoPreviousList: Rule {
    static let code = "no-previous-list"

    private let hasPrevious: Bool
    private let year: Year
    private var asLastYear = 0

    init(_ context: RuleContext) {
        hasPrevious = !context.previous.isEmpty
        year = context.year.previous
    }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        if record.kind == .careService, record.text(.asLastYear) == "true" { asLastYear += 1 }
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard !hasPrevious, header.records[.careService] != nil else { return }
        report.add(Finding(Self.code, ["year": year.description, "asLastYear": String(asLastYear)]))
    }
}
