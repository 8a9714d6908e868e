package import Federation
package import Pricing
import Storage

/// How a line got its price, and in which list.
package struct ExplainedLine: Sendable {
    package let explanation: Explanation
    package let year: Year
    /// SHA-256 of the list's canonical JSON.
    package let list: Fingerprint
    /// The edition's number; nil in a draft.
    package let edition: Int?
}

extension Gateway {
    /// How a line got its price, with what stands in the archive at the place of each delivered input: in the latest
    /// published edition that has it, else in the last draft. With a year, in that year's lists only; with `draft`, in the
    /// last draft only; with a clock, in the editions that it chooses only.
    ///
    /// Nil where no list has such a line.
    package func explain(
        _ id: LineID, in year: Year? = nil, draft: Bool = false, clocks: EditionClocks = .none
    ) async throws -> ExplainedLine? {
        let isAsked = { (other: Year) in year.map { $0 == other } ?? true }
        let chosen = try await editions(by: clocks).filter { isAsked($0.edition.year) }
        if clocks != .none { return try await explain(id, in: chosen) }
        if !draft, let published = try await explain(id, in: chosen) { return published }
        var obstacle: CommandError?
        for year in try await store.builtYears().reversed() where isAsked(year) {
            do {
                guard let built = try await lastBuilt(year), let explanation = built.list.explain(id) else { continue }
                return ExplainedLine(
                    explanation: try await withExcerpts([explanation])[0], year: year,
                    list: built.record.fingerprint, edition: nil)
            } catch let error as CommandError {
                // A year that must be built again hides no line of another year.
                obstacle = obstacle ?? error
            }
        }
        if let obstacle { throw obstacle }
        return nil
    }

    private func explain(_ id: LineID, in editions: [KeptEdition]) async throws -> ExplainedLine? {
        for kept in editions.reversed() {
            guard let explanation = try await content(of: kept).list.explain(id) else { continue }
            return ExplainedLine(
                explanation: try await withExcerpts([explanation])[0], year: kept.edition.year,
                list: kept.edition.fingerprint, edition: kept.edition.number)
        }
        return nil
    }
}
