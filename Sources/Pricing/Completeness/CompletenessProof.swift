package import Federation

/// Shows that nothing was lost between what a list was made from and the list (fullständighetsbevis).
///
/// It is made from the input and the list, each counted by itself; what does not add up is a `Gap`.
package struct CompletenessProof: Hashable, Sendable {
    /// Something that is in the input and that the list neither has nor tells missing, or the reverse. There is none
    /// unless the program is wrong, so a list with any must not be proposed.
    package enum Gap: Hashable, Sendable {
        /// A group that is neither priced nor told missing, or both.
        case group(weightList: String, drg: String, typeOfCare: TypeOfCare)
        /// A line of last year that is neither there again, nor declared not applicable, nor told missing.
        case lastYear(LineID)
        /// So many records of a kind were delivered, and so many became lines or missing items.
        case records(RegionSlug, LineID.Section, delivered: Int, found: Int)
    }

    /// In the order of the model.
    package let weightLists: [WeightListProof]
    /// In order of region.
    package let regions: [RegionProof]
    package let gaps: [Gap]

    /// Whether everything is accounted for.
    package var holds: Bool { gaps.isEmpty }
}

/// What became of the groups of one weight list.
package struct WeightListProof: Hashable, Sendable {
    /// The list's id in the model.
    package let id: String
    /// Groups by kind of care: rows of the file.
    package let groups: Int
    /// Groups with at least one price.
    package let priced: Int
    /// Lines of the price list: a group has one for each point price that covers it.
    package let lines: Int
    /// Each group without price, and why; in canonical order.
    package let unpriced: [MissingItem]
}

/// What became of what one region owed and delivered.
package struct RegionProof: Hashable, Sendable {
    /// What was owed, and the state of the delivery.
    package let completeness: RegionCompleteness
    /// The version in the list; nil where nothing of the region is used.
    package let version: Fingerprint?
    /// Records delivered, by the section that they belong in.
    package let delivered: [LineID.Section: Int]
    /// Lines of the list, by section.
    package let listed: [LineID.Section: Int]
    /// The region's own fixed prices that something stands in the way of.
    package let leftOut: Int
    /// DRG tariffs delivered, and exceptions from them.
    package let tariffs: Int
    package let exceptions: Int
    /// Everything of the region that is missing, in canonical order.
    package let missing: [MissingItem]
}
