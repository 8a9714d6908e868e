import Federation
import Registry

/// A DRG code that is not one letter, two digits, one letter.
struct DRGMalformed: Rule {
    static let code = "drg-malformed"

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.drg) else { return }
        if let drg = given.value, Self.isWellFormed(drg) { return }
        report.add(finding(on: record, .drg))
    }

    /// Whether it is one letter, two digits, one letter.
    static func isWellFormed(_ drg: String) -> Bool {
        let bytes = Array(drg.utf8)
        let isLetter = { (byte: UInt8) in (65...90).contains(byte) }
        let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
        return bytes.count == 4 && isLetter(bytes[0]) && isDigit(bytes[1]) && isDigit(bytes[2]) && isLetter(bytes[3])
    }
}
