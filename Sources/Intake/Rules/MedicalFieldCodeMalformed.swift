import Federation
import Pricing
import Registry

/// A code of a medical field (MVO) that is not three characters A-Z or 0-9.
struct MedicalFieldCodeMalformed: Rule {
    static let code = "medical-field-code-malformed"

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.medicalFieldCode) else { return }
        if let code = given.value, MedicalFieldCode(code) != nil { return }
        report.add(finding(on: record, .medicalFieldCode))
    }
}
