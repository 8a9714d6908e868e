import Federation
import Registry

/// A text where letters seem to have become question marks (`L?karbes?k`): it went through an encoding without å, ä, ö.
struct LettersLost: Rule {
    static let code = "letters-lost"
    static let feeds = Set(FeedKind.allCases)

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        for field in record.layout.texts where isLost(record, field) { report.add(finding(on: record, field)) }
        for field in [FieldName.provider, .unit] where !record.layout.texts.contains(field) && isLost(record, field) {
            report.add(finding(on: record, field))
        }
    }

    private func isLost(_ record: Record, _ field: FieldName) -> Bool {
        record.given(field).map { Self.isLost($0.raw) } ?? false
    }

    /// Whether a question mark stands where a letter would: right before a letter, and after a letter or at the
    /// beginning of a word. In an address question marks are at home.
    static func isLost(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "?")) else { return false }
        return text.split(whereSeparator: \.isBlank).contains { word in
            let bytes = Array(word.utf8)
            guard !bytes.contains(UInt8(ascii: "/")) else { return false }
            return bytes.indices.dropLast().contains { index in
                bytes[index] == UInt8(ascii: "?") && bytes[index + 1].isLetter
                    && (index == 0 || bytes[index - 1].isLetter)
            }
        }
    }
}

extension UInt8 {
    /// Whether it is a letter of ASCII, or part of a character beyond.
    fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self >= 0x80 }
}
