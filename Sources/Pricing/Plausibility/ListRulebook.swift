package import Federation

/// The list of all rules about a computed list. Adding a rule adds a file and a line here.
package enum ListRulebook {
    /// Every rule, in the order that findings are told.
    static let all: [any ListRule.Type] = [
        MissingFetchFailed.self,
        MissingNotDelivered.self,
        MissingHeld.self,
        MissingRefused.self,
        MissingHospitalSilent.self,
        MissingLineGone.self,
        MissingNoLastYearPrice.self,
        MissingGroupWithoutWeight.self,
        MissingGroupWithoutPointPrice.self,
        RegionLeft.self,
        OlderVersionUsed.self,
        DeliveryWithWarnings.self,
        WeightsMadeUp.self,
        IndexWithoutDate.self,
        IndexWithoutMedicalField.self,
        IndexBeyondLimit.self,
        DRGPricesMoved.self,
        ListWithoutLastYear.self,
        MeasureChanged.self,
        ManyTimesLastYear.self,
        FractionOfLastYear.self,
        ChangeWithoutReason.self,
        ChangeWithReason.self,
        FarFromOtherRegions.self,
        SuspiciousAmount.self,
        FixedPriceUndeclared.self,
        FixedPriceExcepted.self,
        FixedPriceOverruled.self,
        SurchargeNotAllowed.self,
        SurchargeBelowLeast.self,
        SurchargeWithoutDRG.self,
    ]

    /// The codes of all rules, in the order that they are told.
    package static var codes: [String] { all.map { $0.code } }

    /// Names this state of the rules: another set of codes or versions is another book.
    package static var fingerprint: Fingerprint {
        Fingerprint(of: all.map { "\($0.code) \($0.version)" }.joined(separator: "\n").utf8)
    }

    /// The findings on a list, rule by rule and, within a rule, in the order of the list. `previous` is the list of the
    /// year before that the list was computed with; `deliveryWarnings` are the warnings told of the deliveries in it, how
    /// many of each code. A reference list, which nobody proposes, has none.
    package static func inspect(
        _ list: PriceList, previous: PreviousPriceList?, deliveryWarnings: [RegionSlug: [String: Int]] = [:]
    ) -> [ListFinding] {
        guard list.header.model.purpose == .regional else { return [] }
        let context = ListContext(
            plausibility: list.header.model.plausibility, surcharges: list.header.model.surcharges,
            applicability: list.applicability, hasPrevious: previous != nil,
            deliveryWarnings: deliveryWarnings, linesLastYear: previous?.linesByRegion ?? [:])
        var rules = all.map { $0.init(context) }
        var findings = rules.map { _ in [ListFinding]() }
        list.forEachStatedPrice(previous: previous) { price in
            for index in rules.indices { rules[index].inspect(price, &findings[index]) }
        }
        for index in rules.indices { rules[index].finish(list, &findings[index]) }
        return findings.flatMap { $0 }
    }
}
