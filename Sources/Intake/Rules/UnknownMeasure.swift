import Federation
import Pricing
import Registry

/// A measure (enhet) that is none of the eight.
struct UnknownMeasure: Rule {
    static let code = "unknown-measure"

    private let known: String

    init(_ context: RuleContext) { known = context.codes.measures.map(\.swedish).joined(separator: ", ") }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.measure), given.value.flatMap(Measure.init(rawValue:)) == nil else { return }
        report.add(finding(on: record, .measure, ["known": known]))
    }
}
