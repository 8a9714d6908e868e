package import Federation

/// One thing that a what-if changes in a year's rules (ändring).
package enum ScenarioChange: Hashable, Sendable {
    /// The price of one DRG point; the point price is named by its id in the model.
    case pointPrice(id: String, amount: Amount)
    /// The percentage of an index, such as 2.8: of one that is decided for some care, by its id, or of that of all other.
    case indexPercent(ExactDecimal, of: String? = nil)
    /// Other weights and limits in the place of a weight list of the model; they are of the same kind, clinics' or
    /// hospitals'. `file` is the name of their file.
    case weightList(id: String, weights: WeightList, file: String)
    /// The limits of one group, in every weight list that has it; nil is no limit.
    case limits(drg: String, typeOfCare: TypeOfCare, costLimit: Amount?, daysLimit: Int?)
    case outliers(OutlierRule)
    case rounding(Rounding)

    /// What it changes: two changes of the same thing contradict each other.
    var target: [String] {
        switch self {
        case .pointPrice(let id, _): ["pointPrice", id]
        case .indexPercent(_, let id): ["index"] + (id.map { [$0] } ?? [])
        case .weightList(let id, _, _): ["weightList", id]
        case .limits(let drg, let typeOfCare, _, _): ["limits", drg, typeOfCare.rawValue]
        case .outliers: ["outliers"]
        case .rounding: ["rounding"]
        }
    }
}

/// Why a what-if cannot be computed (fel i scenario).
package enum ScenarioError: Error, Hashable, Sendable {
    /// The name is blank, or longer than `PriceScenario.longestName` characters.
    case name(String)
    /// Nothing is changed.
    case noChange
    /// Two changes of the same thing.
    case changedTwice(ScenarioChange)
    /// The model has no such point price, weight list, group or index.
    case nothingToChange(ScenarioChange)
    /// The changed rules, or the proposal's own input, give no list.
    case list(PriceListError)
}
