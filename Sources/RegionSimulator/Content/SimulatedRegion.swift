package import Federation

/// A region as its server shows it: its documents in its own layout.
package enum SimulatedRegion {
    /// The seven regions in the order of their ports.
    package static let slugs: [RegionSlug] = [
        "uppsala", "sormland", "varmland", "orebro", "vastmanland", "dalarna", "gavleborg",
    ].compactMap { RegionSlug($0) }

    /// The documents of one feed; the first is the one that the descriptor's address names.
    package static func documents(
        region: RegionSlug, kind: FeedKind, plan: SimulationPlan, variant: ContentVariant = .normal
    ) -> [SimulatedDocument] {
        []
    }
}
