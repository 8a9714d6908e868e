package import Federation

/// Why something is not in the list; in the order that they are told.
package enum MissingReason: String, Sendable, CaseIterable {
    /// The last fetch from the region failed, so that nobody knows what it delivers.
    case fetchFailed = "fetch-failed"
    /// The region has no delivery for the year.
    case notDelivered = "not-delivered"
    /// A person must decide about the region's version.
    case held
    /// The region's version cannot be used.
    case refused
    /// Neither DRG tariff nor priced care service nor statement from a hospital.
    case hospitalSilent = "hospital-silent"
    /// A line of last year's list is neither there nor declared not applicable.
    case lineGone = "line-gone"
    /// A line asks for last year's price and there is none.
    case noLastYearPrice = "no-last-year-price"
    /// The weight list gives the group no weight.
    case groupWithoutWeight = "group-without-weight"
    /// No point price covers the group's kind of care.
    case groupWithoutPointPrice = "group-without-point-price"
}

/// One thing that is owed and not there, or could not be priced (saknas); fields that do not concern it are nil.
package struct MissingItem: Hashable, Sendable {
    package let reason: MissingReason
    package var region: RegionSlug?
    /// The version that is held or refused.
    package var version: Fingerprint?
    /// The hospital's id.
    package var provider: String?
    /// The unit's id.
    package var unit: String?
    /// The code of a care service, or of a DRG group.
    package var code: String?
    package var typeOfCare: TypeOfCare?
    package var careLevel: CareLevel?
    /// What the care service or group is.
    package var text: String?
    /// Last year's amount of a line that is gone.
    package var lastAmount: Amount?
    /// The line id that it has or had.
    package var line: LineID?
    /// The id of the weight list that a group stands in.
    package var weightList: String?
    /// The line in the weight list's file.
    package var weightListLine: Int?
    /// Where the region asked for last year's price.
    package var origin: RecordOrigin?
}

/// What one region owed for the year and what it gave (fullständighet), in counts.
package struct RegionCompleteness: Hashable, Sendable {
    package let region: RegionSlug
    package let state: DeliveryState
    /// Whether an older version stands in.
    package let usesLastGood: Bool
    /// Hospitals of the descriptor.
    package let hospitalsOwed: Int
    package let hospitalsAnswered: Int
    /// Care service lines of last year's list.
    package let linesOwed: Int
    /// Those of them that are there again, priced or not.
    package let linesAgain: Int
    /// Those of them that are declared not applicable.
    package let linesNotApplicable: Int
    /// Care services with a price in this list.
    package let linesPriced: Int
    /// Care services without price, since last year has none.
    package let linesWithoutPrice: Int
    /// What the region declares not applicable, with reasons.
    package let notApplicable: [NotApplicable]

    package init(
        region: RegionSlug, state: DeliveryState, usesLastGood: Bool, hospitalsOwed: Int, hospitalsAnswered: Int,
        linesOwed: Int, linesAgain: Int, linesNotApplicable: Int, linesPriced: Int, linesWithoutPrice: Int,
        notApplicable: [NotApplicable]
    ) {
        self.region = region
        self.state = state
        self.usesLastGood = usesLastGood
        self.hospitalsOwed = hospitalsOwed
        self.hospitalsAnswered = hospitalsAnswered
        self.linesOwed = linesOwed
        self.linesAgain = linesAgain
        self.linesNotApplicable = linesNotApplicable
        self.linesPriced = linesPriced
        self.linesWithoutPrice = linesWithoutPrice
        self.notApplicable = notApplicable
    }

    /// Care service lines of last year that are neither there nor declared.
    package var linesGone: Int { linesOwed - linesAgain - linesNotApplicable }
}
