import Federation
import Pricing

/// What is missing from one region for one reason.
struct MissingGroup {
    let region: RegionSlug?
    let reason: MissingReason
    let items: [MissingItem]

    /// The missing items by region, then by reason; what belongs to no region comes last.
    static func groups(of items: [MissingItem]) -> [MissingGroup] {
        let regions = Set(items.compactMap(\.region)).sorted()
        let byRegion = Dictionary(grouping: items, by: \.region)
        return (regions.map(Optional.some) + [nil]).flatMap { region in
            let byReason = Dictionary(grouping: byRegion[region] ?? [], by: \.reason)
            return MissingReason.allCases.compactMap { reason in
                byReason[reason].map { MissingGroup(region: region, reason: reason, items: $0) }
            }
        }
    }
}
