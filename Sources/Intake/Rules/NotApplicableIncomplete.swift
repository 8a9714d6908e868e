import Federation
import Registry

/// A line is stated as not applicable, and its key is not whole: unit, code, kind and level of care.
struct NotApplicableIncomplete: Rule {
    static let code = "not-applicable-incomplete"
    private static let key: [FieldName] = [.unit, .code, .typeOfCare, .careLevel]

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard record.kind == .notApplicable, record.text(.what) == "line" else { return }
        let missing = Self.key.filter { record[$0] == nil }
        guard !missing.isEmpty else { return }
        let names = missing.map(\.rawValue).joined(separator: ", ")
        report.add(Finding(Self.code, ["fields": names], at: record.place))
    }
}
