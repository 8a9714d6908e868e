import Federation

/// A surcharge where no DRG price holds, in a year in which surcharges are charged beside DRG prices alone.
struct SurchargeWithoutDRG: ListRule {
    static let code = "surcharge-without-drg"

    private let isJudged: Bool
    private let places: [Applicability]

    init(_ context: ListContext) {
        isJudged = context.surcharges?.isOnlyBesideDRG ?? false
        places = context.applicability
    }

    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding]) {
        guard isJudged, case .surcharge(let region, let provider, let unit, _) = price.line.key else { return }
        let holds = places.contains {
            $0.region == region && $0.provider == provider && $0.exception(at: unit) == nil
        }
        guard !holds else { return }
        findings.append(
            finding(on: price, .price(price.line.amount, measure: price.line.measure, last: price.last?.amount)))
    }
}
