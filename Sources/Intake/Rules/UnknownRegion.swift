import Federation
import Registry

/// The header names a region that there is none of. Another region's name is `wrong-region`.
struct UnknownRegion: Rule {
    static let code = "unknown-region"
    static let feeds = Set(FeedKind.allCases)

    private let own: String
    private let regions: [Region]
    private let others: [Region]

    init(_ context: RuleContext) {
        own = context.region.slug.text
        others = context.others.filter { $0.slug != context.region.slug }
        regions = context.others + [context.region]
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let region = header.given(.region) else { return }
        if let word = region.value, regions.contains(where: { $0.slug.text == word }) { return }
        // Another region by its name: that is what the rule of the wrong region tells.
        if let word = region.value?.folded, others.contains(where: { $0.has(word) }) { return }
        report.add(finding(on: header, .region, ["expected": own]))
    }
}
