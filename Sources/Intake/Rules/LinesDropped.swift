import Federation
import Pricing
import Registry

/// Fewer than two thirds of last year's lines come again, priced or stated as not applicable: a cut file loses half.
struct LinesDropped: Rule {
    static let code = "lines-dropped"
    /// A list with fewer lines than this may well change altogether.
    private static let fewest = 10

    private let previous: Set<LineID>
    private var found: Set<LineID> = []

    init(_ context: RuleContext) { previous = Set(context.previous.keys.filter { $0.section == .careService }) }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let id = record.lineID, previous.contains(id) else { return }
        found.insert(id)
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard previous.count >= Self.fewest, found.count * 3 < previous.count * 2 else { return }
        guard !NoLines.isEmpty(header) else { return }
        report.add(Finding(Self.code, ["found": String(found.count), "lastYear": String(previous.count)]))
    }
}
