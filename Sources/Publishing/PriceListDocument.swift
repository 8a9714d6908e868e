package import Federation
package import Pricing
package import Registry

/// A price list with all that is needed to write it down: names, words and where it stands.
package struct PriceListDocument: Sendable {
    package let list: PriceList
    /// Names of regions, hospitals and units.
    package let regions: [Region]
    /// Words for the codes.
    package let codes: CodeLists
    package let standing: Standing
    /// Whose list it is, in the page's head.
    package let publisher: String

    /// A document; regions may come in any order.
    package init(
        list: PriceList, regions: [Region], codes: CodeLists, standing: Standing = .draft,
        publisher: String = "Samverkansnämnden, Sjukvårdsregion Mellansverige"
    ) {
        self.list = list
        self.regions = regions.sorted { $0.slug < $1.slug }
        self.codes = codes
        self.standing = standing
        self.publisher = publisher
    }
}

/// How far a list has come towards its decision. What people read says it, and the CSV has the decision's first day. It is
/// never written into JSON and XML: the bytes that the committee adopts are the bytes that are published.
package enum Standing: Hashable, Sendable {
    /// Computed, not adopted (utkast).
    case draft
    /// Laid before the committee (förslag).
    case proposed
    /// Adopted by the committee (fastställd).
    case adopted(edition: Int, decision: ListDecision)
}
