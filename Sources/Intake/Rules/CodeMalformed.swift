import Federation
import Registry

/// A code of a care service or a surcharge with other characters than the contract has room for.
struct CodeMalformed: Rule {
    static let code = "code-malformed"

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.code) else { return }
        if let code = given.value, Self.isWellFormed(code) { return }
        report.add(finding(on: record, .code))
    }

    /// 1-20 characters A-Z, 0-9, point and hyphen.
    static func isWellFormed(_ code: String) -> Bool {
        (1...20).contains(code.utf8.count)
            && code.utf8.allSatisfy { byte in
                (65...90).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: ".")
                    || byte == UInt8(ascii: "-")
            }
    }
}
