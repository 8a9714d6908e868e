package import Federation

/// All that one region brings to a list, and what it owes.
struct RegionSection {
    let careServices: CareServiceSection?
    let applicability: [Applicability]
    let fixedPrices: [DRGFixedPriceLine]
    /// Fixed prices that are not in the list.
    let leftOut: [LeftOutFixedPrice]
    let surcharges: [SurchargeLine]
    let missing: [MissingItem]
    let completeness: RegionCompleteness

    /// What the region's delivery gives; without one all is owed and nothing given.
    init(
        _ region: Region, delivery: RegionDelivery, model: PriceModel, previous: PreviousPriceList?
    ) throws(PriceListError) {
        let lastYear = previous?.careServices(of: region.slug) ?? []
        guard let submission = delivery.used?.submission else {
            careServices = nil
            (applicability, fixedPrices, leftOut, surcharges) = ([], [], [], [])
            missing = MissingItem(unusable: delivery.state, region: region.slug).map { [$0] } ?? []
            completeness = RegionCompleteness(owing: region, state: delivery.state, lines: lastYear.count)
            return
        }
        let services = try CareServiceSection(
            submission.careServices, region: region.slug, model: model, previous: lastYear)
        careServices = services
        applicability = try ApplicabilitySection.entries(of: submission, model: model)
        let fixed = FixedPriceSection(of: submission, model: model, applicability: applicability)
        (fixedPrices, leftOut) = (fixed.lines, fixed.leftOut)
        surcharges = Self.surcharges(of: submission)

        let others = fixedPrices.map { ListedLine($0) } + surcharges.map { ListedLine($0) }
        let owed = OwedByRegion(
            region, submission: submission, services: services, applicability: applicability,
            lastYear: previous?.otherLines(of: region.slug) ?? [], again: Set(others.map(\.id)))
        missing =
            owed.silentHospitals.map { MissingItem(silent: $0, region: region.slug) }
            + owed.goneLines.map { MissingItem(gone: ListedLine($0)) }
            + owed.goneOthers.map { MissingItem(gone: $0) } + services.withoutPrice
        completeness = RegionCompleteness(
            region: region.slug, state: delivery.state, usesLastGood: delivery.used?.isLastGood ?? false,
            hospitalsOwed: region.hospitals.count,
            hospitalsAnswered: region.hospitals.count - owed.silentHospitals.count,
            linesOwed: lastYear.count, linesAgain: lastYear.count - services.notAgain.count,
            linesNotApplicable: services.notAgain.count - owed.goneLines.count,
            linesPriced: services.lines.count, linesWithoutPrice: services.withoutPrice.count,
            notApplicable: owed.notApplicable)
    }

    private static func surcharges(of submission: PriceSubmission) -> [SurchargeLine] {
        submission.surcharges
            .map { SurchargeLine(region: submission.header.region, surcharge: $0) }
            .sorted { CanonicalOrder.precedes($0.keyFields, $1.keyFields) }
    }
}

extension RegionCompleteness {
    /// A region that gave nothing.
    init(owing region: Region, state: DeliveryState, lines: Int) {
        self.init(
            region: region.slug, state: state, usesLastGood: false, hospitalsOwed: region.hospitals.count,
            hospitalsAnswered: 0, linesOwed: lines, linesAgain: 0, linesNotApplicable: 0, linesPriced: 0,
            linesWithoutPrice: 0, notApplicable: [])
    }
}

extension SurchargeLine {
    /// A surcharge of a region; its id is made of its key.
    package init(region: RegionSlug, surcharge: Surcharge) {
        let key = Self.keyFields(region, surcharge)
        self.init(id: LineID(.surcharge, key: key), region: region, surcharge: surcharge)
    }

    /// The key that the id is made of; a surcharge of a whole hospital has an empty unit.
    var keyFields: [String] { Self.keyFields(region, surcharge) }

    private static func keyFields(_ region: RegionSlug, _ surcharge: Surcharge) -> [String] {
        [region.text, surcharge.provider, surcharge.unit ?? "", surcharge.code]
    }
}
