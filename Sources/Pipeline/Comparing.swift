package import Federation
import Harvest
package import Pricing
import Storage

extension Gateway {
    /// What differs between the lists of two years (`samverkan diff`): each is the year's latest edition, else its draft,
    /// else the list that was read in.
    ///
    /// Throws `CommandError` where a year has none of them.
    package func differences(
        from earlier: Year, to later: Year, volumes: Volumes? = nil
    ) async throws -> PriceListDifference {
        let one = try await comparedList(earlier)
        let other = try await comparedList(later)
        return try await OffPool.run { PriceListDifference.between(one, other, volumes: volumes) }
    }

    private func comparedList(_ year: Year) async throws -> ComparedList {
        if let kept = try await store.editions().last(where: { $0.edition.year == year }) {
            return ComparedList(try await content(of: kept).list, edition: kept.edition.number)
        }
        if let opening = try await store.openingList(year) { return ComparedList(opening.list) }
        if let built = try await lastBuilt(year) { return ComparedList(built.list) }
        throw CommandError(
            "Det finns ingen lista för \(year): varken utgåva, utkast eller inläst lista. Bygg den med samverkan build \(year), "
                + "eller läs in en tidigare fastställd med samverkan open.",
            "There is no list of \(year): neither edition, draft nor list read in. Build it by samverkan build \(year), or "
                + "take in an earlier adopted one by samverkan open.")
    }
}
