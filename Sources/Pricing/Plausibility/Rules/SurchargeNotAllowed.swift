import Federation

/// A surcharge in the list of a year in which the committee allows none.
struct SurchargeNotAllowed: ListRule {
    static let code = "surcharge-not-allowed"

    private let rule: SurchargeRule?

    init(_ context: ListContext) { rule = context.surcharges }

    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding]) {
        guard price.line.key.section == .surcharge, rule == .forbidden else { return }
        findings.append(
            finding(on: price, .price(price.line.amount, measure: price.line.measure, last: price.last?.amount)))
    }
}
