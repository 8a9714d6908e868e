import Federation

/// A surcharge of less than the least amount that the committee lets be charged.
struct SurchargeBelowLeast: ListRule {
    static let code = "surcharge-below-least"

    private let rule: SurchargeRule?

    init(_ context: ListContext) { rule = context.surcharges }

    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding]) {
        guard price.line.key.section == .surcharge,
            case .belowLeast(let least)? = rule?.obstacle(to: price.line.amount)
        else { return }
        findings.append(
            finding(
                on: price,
                .belowLeast(
                    price.line.amount, measure: price.line.measure, least: least, last: price.last?.amount)))
    }
}
