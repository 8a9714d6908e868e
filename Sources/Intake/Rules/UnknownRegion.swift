import Federation
import Registry

/// The header names a region that there is none of. Another region's name is `wrong-region`.
struct UnknownRegion: Rule {
    static let code = "unknown-region"
    static let feeds = Set(FeedKind.allCases)

    private let own: String
    private let known: Set<String>

    init(_ context: RuleContext) {
        own = context.region.slug.text
        known = Set((context.others + [context.region]).map(\.slug.text))
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let region = header.given(.region) else { return }
        if let slug = region.value, known.contains(slug) { return }
        report.add(finding(on: header, .region, ["expected": own]))
    }
}
