import Federation
import Pricing
import Registry

/// A line that stands already: the same key of a care service, a fixed DRG price or a surcharge.
struct DuplicateLine: Rule {
    static let code = "duplicate-line"

    private var seen = FirstPlaces<LineID>()

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard record.kind != .notApplicable, let id = record.lineID else { return }
        guard let first = seen.note(id, record) else { return }
        report.add(Finding(Self.code, first, at: record.place, sample: record[.code]?.raw ?? record[.drg]?.raw))
    }
}
