import Federation
import Registry

/// A field that a record must have is not there, or a text stands there empty.
struct MissingField: Rule {
    static let code = "missing-field"
    static let feeds = Set(FeedKind.allCases)

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        for field in record.layout.required where isMissing(record[field]) {
            // A tariff without its hospital has a rule of its own.
            guard record.kind != .drgTariff || field != .provider else { continue }
            report.add(finding(on: record, field))
        }
        for field in record.layout.optionalTexts {
            guard let value = record[field], isMissing(value) else { continue }
            report.add(finding(on: record, field))
        }
    }

    private func isMissing(_ field: FieldValue?) -> Bool {
        guard let field else { return true }
        return !field.isWrongType && field.isBlank
    }
}
