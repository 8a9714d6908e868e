import Federation
import Registry

/// A delivery that prices nothing and does not say that nothing is to be priced.
struct NoLines: Rule {
    static let code = "no-lines"

    init(_ context: RuleContext) {}

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard NoLines.isEmpty(header) else { return }
        report.add(Finding(Self.code))
    }

    /// Whether no record of the delivery is a price or says why there is none.
    static func isEmpty(_ header: Header) -> Bool {
        let lines: [RecordKind] = [.careService, .drgFixedPrice, .surcharge, .notApplicable]
        return lines.allSatisfy { header.records[$0] == nil }
    }
}
