import Federation
import Registry

/// A text whose Swedish letters were broken on the way: UTF-8 once read as ISO-8859-1 (`LÃ¤karbesÃ¶k`), or letters
/// replaced by U+FFFD.
struct TextBrokenEncoding: Rule {
    static let code = "text-broken-encoding"
    static let feeds = Set(FeedKind.allCases)

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        for field in record.layout.texts {
            guard let given = record.given(field), Self.isBroken(given.raw) else { continue }
            report.add(finding(on: record, field))
        }
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let contact = header.given(.contact), Self.isBroken(contact.raw) else { return }
        report.add(finding(on: header, .contact))
    }

    static func isBroken(_ text: String) -> Bool {
        // All that is broken lies beyond ASCII, and most texts are looked at no further.
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == "\u{FFFD}" || (before == "Ã" && secondBytes.contains(scalar)) { return true }
            if before == "Â", ("\u{80}"..."\u{BF}").contains(scalar) { return true }
            before = scalar
        }
        return false
    }

    /// What the second byte of å ä ö Å Ä Ö é É ü looks like in ISO-8859-1 and in Windows-1252.
    private static let secondBytes: Set<Unicode.Scalar> = [
        "¥", "¤", "¶", "\u{85}", "…", "\u{84}", "„", "\u{96}", "–", "©", "\u{89}", "‰", "¼",
    ]
}
