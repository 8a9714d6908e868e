package import Federation
import Harvest

/// Who may examine when several feeds have come at once: two at a time, for the memory that it takes, and only one of
/// each region, so that a region with two slow feeds does not hold up the others.
package struct ExaminationTurns: Sendable {
    private let all = Turnstile(width: 2)
    private let ofRegion = Turnstile(width: 1)

    package init() {}

    /// Runs the work when it is the region's turn.
    package func pass<Value: Sendable>(_ region: RegionSlug, _ work: () async throws -> Value) async throws -> Value {
        try await ofRegion.pass(region.text) { try await all.pass { try await work() } }
    }
}
