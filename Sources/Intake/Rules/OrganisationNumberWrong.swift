import Federation
import Registry

/// An organisation number whose check digit or form is wrong, or that is nobody's here. Another region's number is
/// `wrong-region`.
struct OrganisationNumberWrong: Rule {
    static let code = "organisation-number-wrong"
    static let feeds = Set(FeedKind.allCases)

    private let own: OrganisationNumber
    private let others: Set<OrganisationNumber>

    init(_ context: RuleContext) {
        own = context.region.organisationNumber
        others = Set(context.others.map(\.organisationNumber))
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let given = header.given(.organisationNumber) else { return }
        if let text = given.value, let number = OrganisationNumber(text) {
            // The contract writes the hyphen; a region's own layout may leave it out.
            let isWellFormed = !header.isContract || text == number.description
            if number == own ? isWellFormed : others.contains(number) { return }
        }
        report.add(finding(on: header, .organisationNumber, ["expected": own.description]))
    }
}
