package import Federation

/// What differs between two lists, above all from one year to the next (jämförelse).
package struct PriceListDifference: Hashable, Sendable {
    /// By which measure changed lines are put in order, greatest first.
    package enum Order: String, Sendable, CaseIterable {
        /// The change in kronor, up or down; where equal, the change in per cent.
        case kronor
        /// The change times the number of cases; then as above. Lines without cases come last.
        case effect
    }

    package let earlier: ListName
    package let later: ListName
    /// The sections that both lists tell of, in the order of a list's sections.
    package let comparedSections: [LineID.Section]
    /// How `changed` is ordered.
    package let order: Order
    /// Lines only in the later list; the dearest first, then by id.
    package let new: [ListedLine]
    /// Lines only in the earlier list; the dearest first, then by id.
    package let gone: [ListedLine]
    /// Lines in both that differ; the greatest change first. Lines whose prices cannot be compared come last.
    package let changed: [ChangedLine]
    /// What each region's lines come to, and what the DRG lines (no region) do; in order of region.
    package let regions: [RegionDifference]
    /// All regions together.
    package let total: DifferenceCounts
}

/// A line that is in both lists and differs (ändrad rad).
package struct ChangedLine: Hashable, Sendable {
    /// What differs; in the order that it is told.
    package enum Kind: String, Sendable, CaseIterable {
        case amount
        /// It is counted in something else (mått), so that the amounts cannot be compared.
        case measure
        case typeOfCare = "type-of-care"
        case careLevel = "care-level"
        /// The line moved to another unit.
        case unit
        /// A DRG line moved to another point price.
        case pointPrice = "point-price"
        case weight
        /// The cost limit or the limit of days.
        case limits
        case text
    }

    package let earlier: ListedLine
    package let later: ListedLine
    package let kinds: [Kind]
    /// How many cases a year the volumes tell; nil without volumes.
    package let cases: Int64?

    /// Whether both prices are for the same thing.
    package var isComparable: Bool { !kinds.contains(.measure) }
    /// The change of the amount; nil where the measure changed.
    package var change: AmountSum? {
        isComparable ? AmountSum(from: earlier.amount, to: later.amount) : nil
    }
    /// The change as a share of the earlier amount; nil where the measure changed or the earlier amount is zero.
    package var ratio: ChangeRatio? {
        isComparable ? ChangeRatio(from: earlier.amount, to: later.amount) : nil
    }
    /// The change times the cases; nil without volumes.
    package var effect: AmountSum? { cases.flatMap { cases in change?.times(cases) } }
}

/// What one region's lines come to between two lists.
package struct RegionDifference: Hashable, Sendable {
    /// Nil for the DRG lines, which are common to all regions.
    package let region: RegionSlug?
    package let counts: DifferenceCounts
}

/// How many lines differ and how, and what they come to.
package struct DifferenceCounts: Hashable, Sendable {
    package var identical = 0
    package var new = 0
    package var gone = 0
    /// Changed lines whose price rose.
    package var raised = 0
    /// Changed lines whose price fell.
    package var lowered = 0
    /// Changed lines whose price is the same, or cannot be compared.
    package var otherwiseChanged = 0
    /// The earlier amounts of raised and lowered lines; a sum of prices, not of money paid.
    package var earlierSum = AmountSum()
    /// The later amounts of the same lines.
    package var laterSum = AmountSum()
    /// What the changes come to for the cases of the volumes; nil without volumes.
    package var effect: AmountSum?

    package init() {}

    /// Changed lines of every kind.
    package var changed: Int { raised + lowered + otherwiseChanged }
    /// Lines of the earlier list.
    package var earlierLines: Int { identical + changed + gone }
    /// Lines of the later list.
    package var laterLines: Int { identical + changed + new }
}
