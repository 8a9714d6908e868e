import Federation
import Registry

/// The delivery is another region's: its short name, its organisation number or what the file itself calls the region
/// says so.
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
        if let name = slug?.folded, let other = others.first(where: { $0.has(name) }) {
            report.add(finding(on: header, .region, ["found": other.name, "expected": own.name]))
        } else if let other = others.first(where: { $0.organisationNumber == number }) {
            report.add(finding(on: header, .organisationNumber, ["found": other.name, "expected": own.name]))
        } else if let name = header.given(.regionName)?.value?.folded, let other = others.first(where: { $0.has(name) })
        {
            report.add(finding(on: header, .regionName, ["found": other.name, "expected": own.name]))
        }
    }
}

extension Region {
    /// Whether a folded word is the region's name, with or without “Region” before it, or its short name.
    func has(_ word: String) -> Bool {
        let names = [name.folded, slug.text]
        return names.contains(word) || names.contains("region " + word)
    }
}
