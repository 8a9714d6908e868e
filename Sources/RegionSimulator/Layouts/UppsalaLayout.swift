import Federation

/// Region Uppsala: the canonical XML contracts, gzip-coded, with strong ETags.
struct UppsalaLayout: RegionLayout {
    let amounts = AmountStyle.point
    let codeColumn = Column.element("code", renamed: "serviceCode")
    let goalColumn = Column.element("goal", renamed: "goalNumber")

    func priceList(_ submission: SimulatedSubmission, amounts: AmountStyle) -> [Draft] {
        [
            Draft(
                path: "/prisunderlag.xml", format: .xml, text: CanonicalXML.priceList(submission, amounts: amounts),
                gzip: true)
        ]
    }

    func planReport(_ report: SimulatedPlanReport) -> [Draft] {
        [Draft(path: "/planrapport.xml", format: .xml, text: CanonicalXML.planReport(report), gzip: true)]
    }
}
