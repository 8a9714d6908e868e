import Federation

/// One rule about a computed list: one file, one finding code. A rule keeps what it must remember between prices.
protocol ListRule: SendableMetatype {
    /// The code of its findings, as in `Contracts/findings.json`.
    static var code: String { get }
    /// Add one when the rule comes to mean something else: acknowledgements of its findings lapse then.
    static var version: Int { get }

    init(_ context: ListContext)
    /// Looks at one price of the list, computed ones too.
    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding])
    /// Looks at the whole list, after all prices.
    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding])
}

extension ListRule {
    static var version: Int { 1 }
    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding]) {}
    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {}

    /// A finding of this rule on a price.
    func finding(on price: StatedPrice, _ facts: ListFacts) -> ListFinding {
        finding(.line(price.line.id, price.line.key), price.evidence, facts)
    }

    /// A finding of this rule.
    func finding(_ subject: ListFinding.Subject, _ evidence: ListFinding.Evidence, _ facts: ListFacts) -> ListFinding {
        ListFinding(code: Self.code, version: Self.version, subject: subject, evidence: evidence, facts: facts)
    }
}

/// What rules may look at besides the price before them.
struct ListContext {
    /// What the year's model says of plausible prices; nil where it says nothing, and nothing is judged.
    let plausibility: Plausibility?
    /// What the model says of surcharges; nil where it says nothing, and all are allowed.
    let surcharges: SurchargeRule?
    /// Where DRG prices hold.
    let applicability: [Applicability]
    let hasPrevious: Bool
    /// The warnings that were told of the deliveries in the list: how many of each code.
    let deliveryWarnings: [RegionSlug: [String: Int]]
    /// How many lines each region had in last year's list.
    let linesLastYear: [RegionSlug: Int]
}

/// A price of the list, with last year's.
struct StatedPrice {
    let line: ListedLine
    /// Last year's line; nil where there is none or it is not known.
    let last: LastPrice?
    /// Why the price is what it is, in words of whoever set it.
    let reason: String?
    /// Whether nobody set it anew: it is last year's price raised by the index, or a weight times the point price.
    let isComputed: Bool
    let evidence: ListFinding.Evidence

    struct LastPrice {
        let amount: Amount
        let measure: Measure?
    }

    /// The change from last year where both prices are for the same thing and last year's is above zero.
    var change: PriceChange? {
        guard let last, last.amount.ore > 0, !hasOtherMeasure else { return nil }
        return PriceChange(amount: line.amount, last: last.amount, measure: line.measure, reason: reason)
    }

    /// Whether last year's price was for something else.
    var hasOtherMeasure: Bool { last?.measure != nil && line.measure != nil && last?.measure != line.measure }
}

extension Amount {
    /// Whether this is at least so many times the other, exactly; neither is negative.
    func isAtLeast(_ factor: Int, times other: Amount) -> Bool {
        UInt128(ore.magnitude) >= UInt128(factor.magnitude) * UInt128(other.ore.magnitude)
    }
}
