import Federation
import Registry

/// A text with a control character in it. Tabs and line breaks are only white space.
struct ControlCharacter: Rule {
    static let code = "control-character"
    static let feeds = Set(FeedKind.allCases)

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        for field in record.layout.texts {
            guard let given = record.given(field), let arguments = Self.arguments(of: given.raw) else { continue }
            report.add(finding(on: record, field, arguments))
        }
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let contact = header.given(.contact), let arguments = Self.arguments(of: contact.raw) else { return }
        report.add(finding(on: header, .contact, arguments))
    }

    /// The finding's arguments on that text; nil where it has no control character.
    static func arguments(of text: String) -> [String: String]? {
        control(in: text).map { ["character": name(of: $0)] }
    }

    private static func control(in text: String) -> Unicode.Scalar? {
        guard !text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
        return text.unicodeScalars.first { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: false
            case 0..<0x20, 0x7F..<0xA0: true
            default: false
            }
        }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
    }
}
