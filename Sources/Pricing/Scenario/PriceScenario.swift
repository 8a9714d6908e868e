package import Federation

/// What a year's prices would be by other rules (scenario): for thinking, never for adopting.
///
/// It is no `PriceList` and holds none that can be taken out, so nothing that proposes, adopts or publishes takes it.
/// Whoever shows it says so first, by `banner`.
package struct PriceScenario: Sendable {
    /// The longest name, in characters.
    package static let longestName = 100

    /// What the person calls it.
    package let name: String
    /// At least one.
    package let changes: [ScenarioChange]
    /// The rules and versions of the proposal that it stands beside.
    package let proposal: PriceListHeader
    /// The rules that it is computed by.
    package let model: PriceModel
    /// Every line of both lists, side by side.
    package let lines: ScenarioLines
    /// What changes from the proposal to the scenario.
    package let difference: PriceListDifference
    /// What the cases of the volumes cost, region by region; empty without volumes.
    package let regions: [ScenarioSums]
    /// All regions together; nil without volumes.
    package let total: ScenarioSums?
    /// What the scenario says is missing that the proposal does not, such as a group without weight.
    package let missing: [MissingItem]

    /// Computes the whole list by changed rules and lays it beside the proposal of the same input.
    package static func compute(
        _ input: PriceListInput, name: String, changes: [ScenarioChange], volumes: Volumes? = nil
    ) throws(ScenarioError) -> PriceScenario {
        guard !name.allSatisfy(\.isWhitespace), name.count <= longestName else { throw .name(name) }
        guard !changes.isEmpty else { throw .noChange }
        let changed = try input.changed(by: changes)
        do {
            let proposal = try PriceList.compute(input)
            return PriceScenario(
                name: name, changes: changes, proposal: proposal, scenario: try PriceList.compute(changed),
                volumes: volumes)
        } catch {
            throw .list(error)
        }
    }

    private init(
        name: String, changes: [ScenarioChange], proposal: PriceList, scenario: PriceList, volumes: Volumes?
    ) {
        self.name = name
        self.changes = changes
        self.proposal = proposal.header
        model = scenario.header.model
        let (before, after) = (ComparedList(proposal), ComparedList(scenario))
        let lines = ScenarioLines(proposal: before, scenario: after, volumes: volumes)
        let regions = volumes.map { ScenarioSums.byRegion(lines, volumes: $0) } ?? []
        self.lines = lines
        self.regions = regions
        total = volumes == nil ? nil : ScenarioSums(region: nil, adding: regions)
        difference = PriceListDifference.between(before, after, volumes: volumes)
        let known = Set(proposal.missing)
        missing = scenario.missing.filter { !known.contains($0) }
    }

    /// What every output of a scenario begins with.
    package func banner(_ language: Language) -> String {
        language.pick("SCENARIO, kan inte antas: ", "SCENARIO, cannot be adopted: ") + name
    }
}
