import Federation
import Registry

/// In the canonical JSON form a value is of another type than the contract says, such as an amount as a number.
struct WrongJSONType: Rule {
    static let code = "wrong-json-type"
    static let feeds = Set(FeedKind.allCases)

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        for (rule, value) in zip(record.layout.rule.fields, record.values) where value?.isWrongType == true {
            report.add(finding(on: record, rule.field, ["expected": JSONForm.word(of: rule.field)]))
        }
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        for field in FieldName.allCases where header[field]?.field.isWrongType == true {
            report.add(finding(on: header, field, ["expected": JSONForm.word(of: field)]))
        }
    }
}
