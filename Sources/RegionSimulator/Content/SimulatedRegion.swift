package import Federation

/// A region as its server shows it: its documents in its own layout.
package enum SimulatedRegion {
    /// The seven regions in the order of their ports.
    package static let slugs: [RegionSlug] = Organisations.all.map(\.slug)

    /// The documents of one feed; the first is the one that the descriptor's address names. None for a region that is
    /// not simulated.
    package static func documents(
        region: RegionSlug, kind: FeedKind, plan: SimulationPlan, variant: ContentVariant = .normal
    ) -> [SimulatedDocument] {
        guard let layout = region.layout else { return [] }
        let drafts =
            switch kind {
            case .priceList: priceDrafts(region, layout, plan, variant)
            case .plan: planDrafts(region, layout, plan, variant)
            }
        return DeliveryFaults.apply(variant, to: drafts).map { draft in
            var draft = draft
            draft.lastModified = draft.lastModified.map {
                DeliveryClock.lastModified($0, plan: plan, variant: variant)
            }
            return draft.document()
        }
    }

    /// The region's price submission as the canonical XML contract has it.
    package static func canonicalXML(region: RegionSlug, plan: SimulationPlan) -> [UInt8] {
        guard let submission = SubmissionMaker(region, plan: plan)?.delivery() else { return [] }
        return canonical(CanonicalXML.priceList(submission))
    }

    /// The region's price submission as the canonical JSON contract has it.
    package static func canonicalJSON(region: RegionSlug, plan: SimulationPlan) -> [UInt8] {
        guard let submission = SubmissionMaker(region, plan: plan)?.delivery() else { return [] }
        return CanonicalJSON.priceList(submission)
    }

    /// The region's plan report as the canonical XML contract has it.
    package static func canonicalPlanXML(region: RegionSlug, plan: SimulationPlan) -> [UInt8] {
        guard let report = PlanReportMaker(region, plan: plan)?.report() else { return [] }
        return canonical(CanonicalXML.planReport(report))
    }

    /// The region's plan report as the canonical JSON contract has it.
    package static func canonicalPlanJSON(region: RegionSlug, plan: SimulationPlan) -> [UInt8] {
        guard let report = PlanReportMaker(region, plan: plan)?.report() else { return [] }
        return CanonicalJSON.planReport(report)
    }

    private static func canonical(_ text: [UInt8]) -> [UInt8] {
        Draft(path: "/", format: .xml, text: text).document().bytes
    }

    private static func priceDrafts(
        _ region: RegionSlug, _ layout: any RegionLayout, _ plan: SimulationPlan, _ variant: ContentVariant
    ) -> [Draft] {
        let seller = variant == .otherRegionsFile ? neighbour(of: region) : region
        guard let maker = SubmissionMaker(seller, plan: plan) else { return [] }
        var submission = variant == .lastYearsFile ? maker.lastYearsDelivery() : maker.delivery()
        submission.apply(variant)
        let amounts = variant == .decimalComma ? layout.amounts.mistaken : layout.amounts
        var drafts = layout.priceList(submission, amounts: amounts)
        for index in drafts.indices { drafts[index].text = layout.codeColumn.apply(variant, to: drafts[index].text) }
        return drafts
    }

    private static func planDrafts(
        _ region: RegionSlug, _ layout: any RegionLayout, _ plan: SimulationPlan, _ variant: ContentVariant
    ) -> [Draft] {
        let reporter = variant == .otherRegionsFile ? neighbour(of: region) : region
        guard var report = PlanReportMaker(reporter, plan: plan)?.report() else { return [] }
        report.apply(variant)
        var drafts = layout.planReport(report)
        for index in drafts.indices { drafts[index].text = layout.goalColumn.apply(variant, to: drafts[index].text) }
        return drafts
    }

    private static func neighbour(of region: RegionSlug) -> RegionSlug {
        let index = slugs.firstIndex(of: region) ?? 0
        return slugs[(index + 1) % slugs.count]
    }
}
