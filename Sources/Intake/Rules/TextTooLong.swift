import Federation
import Registry

/// A text of more than 200 characters: no list and no invoice has room for it.
struct TextTooLong: Rule {
    static let code = "text-too-long"
    static let feeds = Set(FeedKind.allCases)
    private static let most = 200

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.text), given.raw.utf8.count > Self.most else { return }
        let length = (given.value ?? given.raw).unicodeScalars.count
        guard length > Self.most else { return }
        report.add(finding(on: record, .text, ["length": String(length), "most": String(Self.most)]))
    }
}
