import Federation
import Registry

/// A text of more than 200 characters: no list and no invoice has room for it. Nor has a list for a longer reason why
/// a price moved.
struct TextTooLong: Rule {
    static let code = "text-too-long"
    static let feeds = Set(FeedKind.allCases)
    private static let most = 200

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        for field in [FieldName.text, .reason] where field == .text || record.kind.hasPriceOfItsOwn {
            guard let given = record.given(field), let arguments = Self.arguments(of: given.value ?? given.raw) else {
                continue
            }
            report.add(finding(on: record, field, arguments))
        }
    }

    /// The finding's arguments on that text; nil where it is short enough.
    static func arguments(of text: String) -> [String: String]? {
        guard text.utf8.count > most else { return nil }
        let length = text.unicodeScalars.count
        return length > most ? ["length": String(length), "most": String(most)] : nil
    }
}

extension RecordKind {
    /// Whether its reason is why a price moved; the other kinds' reasons explain why there is no price as usual.
    fileprivate var hasPriceOfItsOwn: Bool { self == .careService || self == .surcharge }
}
