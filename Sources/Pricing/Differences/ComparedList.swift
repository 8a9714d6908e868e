package import Federation

/// Which list it is: a year's edition, or its draft.
package struct ListName: Hashable, Sendable {
    package let year: Year
    /// The edition's number, from 1; nil for a draft or proposal.
    package let edition: Int?

    package init(year: Year, edition: Int?) {
        self.year = year
        self.edition = edition
    }
}

/// A list as a comparison sees it: one of ours, or one that was read in (jämförd lista).
///
/// Care services, of which there may be seven hundred thousand, are looked at where they lie; the few lines of the other
/// sections are gathered.
package struct ComparedList: Sendable {
    private enum Source: Sendable {
        case computed(PriceList)
        case previous(PreviousPriceList)
    }

    package let name: ListName
    /// The sections that the list tells of. What it does not tell of is not compared, rather than called gone.
    package let knownSections: Set<LineID.Section>
    /// The lines of all sections but the care services.
    let otherLines: [ListedLine]
    private let source: Source

    /// A list of ours: the edition of that number, or a draft.
    package init(_ list: PriceList, edition: Int? = nil) {
        name = ListName(year: list.header.model.year, edition: edition)
        knownSections = Set(LineID.Section.allCases)
        otherLines = list.otherLines
        source = .computed(list)
    }

    /// Last year's list.
    package init(_ list: PreviousPriceList) {
        name = ListName(year: list.edition.year, edition: list.edition.number)
        knownSections = list.knownSections
        otherLines = list.otherLines
        source = .previous(list)
    }

    var careServiceCount: Int {
        switch source {
        case .computed(let list): list.careServices.count
        case .previous(let list): list.careServices.count
        }
    }

    /// The digits of a care service's id.
    func careServiceDigits(_ position: Int) -> UInt64 {
        switch source {
        case .computed(let list): list.careServices[position].id.digits
        case .previous(let list): list.careServices[position].id.digits
        }
    }

    func careServiceAmount(_ position: Int) -> Amount {
        switch source {
        case .computed(let list): list.careServices[position].amount
        case .previous(let list): list.careServices[position].amount
        }
    }

    func careServiceMeasure(_ position: Int) -> Measure? {
        switch source {
        case .computed(let list): list.careServices[position].service.measure
        case .previous(let list): list.careServices[position].measure
        }
    }

    func careServiceText(_ position: Int) -> String {
        switch source {
        case .computed(let list): list.careServices[position].service.text
        case .previous(let list): list.careServices[position].text
        }
    }

    func careServiceRegion(_ position: Int) -> RegionSlug {
        switch source {
        case .computed(let list): list.careServices[position].region
        case .previous(let list): list.careServices[position].key.region
        }
    }

    func careService(_ position: Int) -> ListedLine {
        switch source {
        case .computed(let list): ListedLine(list.careServices[position])
        case .previous(let list): ListedLine(list.careServices[position])
        }
    }
}
