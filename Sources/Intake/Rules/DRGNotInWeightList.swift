import Federation
import Pricing
import Registry

/// A fixed price of a DRG that the year's weight lists do not have in that kind of care: often a slip in the code.
struct DRGNotInWeightList: Rule {
    static let code = "drg-not-in-weight-list"

    private let groups: [String: TypesOfCare]

    init(_ context: RuleContext) { groups = context.weightedGroups }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard record.kind == .drgFixedPrice, !groups.isEmpty, let drg = record.text(.drg),
            DRGMalformed.isWellFormed(drg),
            let typeOfCare = record.text(.typeOfCare).flatMap(TypeOfCare.init(rawValue:))
        else { return }
        if let kinds = groups[drg], kinds.contains(typeOfCare) { return }
        report.add(finding(on: record, .drg, ["typeOfCare": typeOfCare.rawValue]))
    }
}
