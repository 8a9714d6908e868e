import Federation
import Pricing
import Registry

/// A measure (enhet) that is none of the eight.
struct UnknownMeasure: Rule {
    static let code = "unknown-measure"

    private let codes: [CodeLists.Entry]

    init(_ context: RuleContext) { codes = context.codes.measures }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.measure), given.value.flatMap(Measure.init(rawValue:)) == nil else { return }
        let known = record.words(of: .measure, for: codes.map(\.code), labels: codes.map(\.swedish))
        report.add(finding(on: record, .measure, ["known": known]))
    }
}
