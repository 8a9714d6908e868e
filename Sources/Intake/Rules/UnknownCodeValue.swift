import Federation
import Pricing
import Registry

/// A value that is none of the codes of its field.
struct UnknownCodeValue: Rule {
    static let code = "unknown-code-value"

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        for field in CodedField.all {
            guard let given = record.given(field.name) else { continue }
            if let value = given.value, field.holds(value) { continue }
            report.add(finding(on: record, field.name, ["known": record.words(of: field.name, for: field.codes)]))
        }
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let given = header.given(.testData) else { return }
        if let value = given.value, CodedField.truths.contains(value) { return }
        report.add(
            finding(on: header, .testData, ["known": header.rule(of: .testData)?.words(for: CodedField.truths) ?? ""]))
    }
}

/// A field with a short list of codes.
private struct CodedField {
    let name: FieldName
    let codes: [String]
    /// Whether the value may name several codes with blanks between.
    var isList = false

    static let truths = ["true", "false"]
    static let all = [
        CodedField(name: .typeOfCare, codes: TypeOfCare.allCases.map(\.rawValue)),
        CodedField(name: .typesOfCare, codes: TypeOfCare.allCases.map(\.rawValue), isList: true),
        CodedField(name: .careLevel, codes: CareLevel.allCases.map(\.rawValue)),
        CodedField(name: .productCategory, codes: ProductCategory.allCases.map(\.rawValue)),
        CodedField(name: .asLastYear, codes: truths),
        CodedField(name: .what, codes: ["hospital", "line"]),
    ]

    func holds(_ value: String) -> Bool {
        guard isList else { return codes.contains(value) }
        let words = value.split(whereSeparator: \.isBlank).map(String.init)
        return words.allSatisfy(codes.contains) && Set(words).count == words.count
    }
}
