import Adoption
package import Federation
import Harvest
package import Pricing
package import Publishing

/// A what-if computed, with findings on its volumes.
package struct ComputedScenario: Sendable {
    package let document: ScenarioDocument
    package let volumeReport: FindingsReport
}

extension Gateway {
    /// The list of a year by changed rules, beside the list by the rules that are there (`samverkan what-if`): the proposal
    /// that is before the committee or was adopted, else what the deliveries give now. Remembers nothing, and gives nothing
    /// that could be proposed.
    ///
    /// Throws `ScenarioError` where the changes cannot be made.
    package func scenario(
        _ year: Year, name: String, changes: [ScenarioChange], volumes rows: [VolumeRow]?, useLastGood: Bool
    ) async throws -> ComputedScenario {
        let state = try await listState(year)
        let proposal = state.stage == .published ? nil : state.proposal?.proposal.list
        var beside: (built: BuiltPriceList, input: PriceListInput)?
        if let proposal { beside = try await lastBuiltWithInput(year, fingerprint: proposal) }
        if beside == nil { beside = try await computeListWithInput(year, useLastGood: useLastGood) }
        guard let (built, input) = beside else { throw noModel(year) }
        let proposed = proposal == built.record.fingerprint ? proposal : nil
        let regions = premises.regions.map(\.region)
        let codes = premises.codes
        return try await OffPool.run {
            let read = rows.map { Volumes.of($0, in: built.list, regions: regions) }
            let scenario = try PriceScenario.compute(input, name: name, changes: changes, volumes: read?.volumes)
            return ComputedScenario(
                document: ScenarioDocument(scenario, regions: regions, codes: codes, proposal: proposed),
                volumeReport: read?.report ?? FindingsReport())
        }
    }
}
