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
    /// The list of a year by changed rules, beside the list by the rules that are there (`samverkan what-if`). Remembers
    /// nothing, and gives nothing that could be proposed.
    ///
    /// Throws `ScenarioError` where the changes cannot be made.
    package func scenario(
        _ year: Year, name: String, changes: [ScenarioChange], volumes rows: [VolumeRow]?, useLastGood: Bool
    ) async throws -> ComputedScenario {
        let (built, input) = try await computeListWithInput(year, useLastGood: useLastGood)
        let regions = premises.regions.map(\.region)
        let codes = premises.codes
        return try await OffPool.run {
            let read = rows.map { Volumes.of($0, in: built.list, regions: regions) }
            let scenario = try PriceScenario.compute(input, name: name, changes: changes, volumes: read?.volumes)
            return ComputedScenario(
                document: ScenarioDocument(scenario, regions: regions, codes: codes),
                volumeReport: read?.report ?? FindingsReport())
        }
    }
}
