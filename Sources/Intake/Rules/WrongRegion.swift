import Federation
import Registry

/// The delivery is another region's: its short name or its organisation number says so.
struct WrongRegion: Rule {
    static let code = "wrong-region"
    static let feeds = Set(FeedKind.allCases)

    private let own: Region
    private let others: [Region]

    init(_ context: RuleContext) {
        own = context.region
        others = context.others.filter { $0.slug != context.region.slug }
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        let slug = header.given(.region)?.value
        let number = header.given(.organisationNumber)?.value.flatMap { OrganisationNumber($0) }
        if let other = others.first(where: { $0.slug.text == slug }) {
            report.add(finding(on: header, .region, ["found": other.name, "expected": own.name]))
        } else if let other = others.first(where: { $0.organisationNumber == number }) {
            report.add(finding(on: header, .organisationNumber, ["found": other.name, "expected": own.name]))
        }
    }
}
