import Federation
package import Pricing
import Storage

extension Gateway {
    /// How a line of a built list got its price, with what stands in the archive at the place of each delivered input.
    ///
    /// Nil where no draft has such a line.
    package func explain(_ id: LineID) async throws -> (explanation: Explanation, built: BuiltPriceList)? {
        var obstacle: CommandError?
        for year in try await store.builtYears().reversed() {
            do {
                guard let built = try await lastBuilt(year), let explanation = built.list.explain(id) else { continue }
                return (try await withExcerpts([explanation])[0], built)
            } catch let error as CommandError {
                // A year that must be built again hides no line of another year.
                obstacle = obstacle ?? error
            }
        }
        if let obstacle { throw obstacle }
        return nil
    }
}
