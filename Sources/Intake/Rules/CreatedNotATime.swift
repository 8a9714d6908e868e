import Federation
import Registry

/// The time of making is no time. The contract asks for a moment with its time zone; a layout may state only the day.
struct CreatedNotATime: Rule {
    static let code = "created-not-a-time"
    static let feeds = Set(FeedKind.allCases)

    init(_ context: RuleContext) {}

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let given = header.given(.created), header.created == nil else { return }
        report.add(Finding(Self.code, ["field": "created"], at: header[.created]?.place, sample: given.raw))
    }
}
