/// The price list that the committee adopted the year before.
package enum SimulatedPriceList {
    /// The whole list of the year before the plan's, all regions, as JSON of the form `adopted-list-1`.
    package static func adopted2022(plan: SimulationPlan) -> [UInt8] {
        []
    }
}
