package import Federation

/// Last year's adopted list, as far as this year's prices depend on it (föregående prislista).
package struct PreviousPriceList: Hashable, Sendable {
    package let edition: PreviousEdition
    /// In order of region and line id.
    package let careServices: [PreviousCareService]
    /// Lines of the other sections, as far as they are known; only for comparisons.
    package let otherLines: [ListedLine]
    /// The sections that the list tells of; an opening list may tell of care services only.
    package let knownSections: Set<LineID.Section>

    /// The list with its lines in any order.
    package init(
        edition: PreviousEdition, careServices: [PreviousCareService], otherLines: [ListedLine] = [],
        knownSections: Set<LineID.Section> = [.careService]
    ) {
        self.edition = edition
        self.otherLines = otherLines
        self.knownSections = knownSections
        // Small keys are sorted instead of the lines, which are large.
        let regions = Set(careServices.map(\.key.region)).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: zip(regions, 0...))
        let keys = careServices.indices.map { position in
            let line = careServices[position]
            return (region: ranks[line.key.region] ?? 0, id: line.id.digits, position: position)
        }
        self.careServices = keys.sorted { ($0.region, $0.id) < ($1.region, $1.id) }.map { careServices[$0.position] }
    }

    /// The lines of one region, in order of line id.
    func careServices(of region: RegionSlug) -> ArraySlice<PreviousCareService> {
        let start = firstIndex { !($0 < region) }
        let end = firstIndex { region < $0 }
        return careServices[start..<end]
    }

    /// The fixed DRG prices and surcharges of one region.
    func otherLines(of region: RegionSlug) -> [ListedLine] { otherLines.filter { $0.key.region == region } }

    /// How many lines each region has.
    var linesByRegion: [RegionSlug: Int] {
        let regions = careServices.map(\.key.region) + otherLines.compactMap(\.key.region)
        return Dictionary(regions.map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// The first line whose region passes the test, by halving; the test holds from some line to the end.
    private func firstIndex(where passes: (RegionSlug) -> Bool) -> Int {
        var low = 0
        var high = careServices.count
        while low < high {
            let middle = (low + high) / 2
            if passes(careServices[middle].key.region) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Which earlier list it is.
package struct PreviousEdition: Hashable, Sendable {
    /// How the list came to us.
    package enum Basis: String, Sendable, CaseIterable {
        /// Computed and published here.
        case published
        /// An earlier adopted list, read in (ingående prislista).
        case imported
    }

    package let year: Year
    /// The edition's number, from 1.
    package let number: Int
    package let basis: Basis
    package let decision: BoardDecision

    package init(year: Year, number: Int, basis: Basis, decision: BoardDecision) {
        self.year = year
        self.number = number
        self.basis = basis
        self.decision = decision
    }
}

/// A care service line of last year's list.
package struct PreviousCareService: Hashable, Sendable {
    package let id: LineID
    package let key: CareServiceKey
    /// Last year's text, so that a person knows the line.
    package let text: String
    package let amount: Amount
    /// What last year's price was for one of; nil where the list does not tell.
    package let measure: Measure?
    /// Where the line stands in a file that is read in; nil everywhere else.
    package let origin: RecordOrigin?

    /// A line; its id is that of the key, given where it is known already.
    package init(
        id: LineID? = nil, key: CareServiceKey, text: String, amount: Amount, measure: Measure? = nil,
        origin: RecordOrigin? = nil
    ) {
        self.origin = origin
        self.id = id ?? key.lineID
        self.key = key
        self.text = text
        self.amount = amount
        self.measure = measure
    }
}
