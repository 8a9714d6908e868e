package import Federation
import Harvest
package import Pricing
import Storage

/// Two lists compared, with the regions that they name.
package struct ComparedYears: Sendable {
    package let difference: PriceListDifference
    /// Findings on the volumes; none where there are no volumes.
    package let volumeReport: FindingsReport
}

extension Gateway {
    /// What differs between two lists (`samverkan diff`): each is the year's edition of that number or its latest, as known
    /// at the moment, else the list that was read in, else its draft. With `draft` the later one is the draft whatever is
    /// published. Volumes are of the later one's lines.
    ///
    /// Throws `CommandError` where a year has none of them, or where volumes are given for a list that was read in.
    package func differences(
        from earlier: Year, to later: Year, editions: (from: Int?, to: Int?) = (nil, nil), knownAt: Instant? = nil,
        draft: Bool = false, volumes rows: [VolumeRow]?
    ) async throws -> ComparedYears {
        let one = try await standing(earlier, editions.from, knownAt).compared
        let other = draft ? try await drafted(later) : try await standing(later, editions.to, knownAt)
        let regions = premises.regions.map(\.region)
        return try await OffPool.run {
            var report = FindingsReport()
            var volumes: Volumes?
            if let rows {
                guard let list = other.list else { throw Self.volumesForImported(later) }
                (volumes, report) = Volumes.of(rows, in: list, regions: regions)
            }
            return ComparedYears(
                difference: PriceListDifference.between(one, other.compared, volumes: volumes), volumeReport: report)
        }
    }

    /// What differs between the lists of two years.
    package func differences(from earlier: Year, to later: Year) async throws -> PriceListDifference {
        try await differences(from: earlier, to: later, volumes: nil).difference
    }

    /// The list of a year as it stands; `list` is nil for one that was read in.
    private func standing(
        _ year: Year, _ number: Int?, _ moment: Instant?
    ) async throws -> (compared: ComparedList, list: PriceList?) {
        let known = try await editions(by: EditionClocks(validOn: nil, knownAt: moment))
        if let kept = known.last(where: { $0.edition.year == year && number ?? $0.edition.number == $0.edition.number })
        {
            let list = try await content(of: kept).list
            return (ComparedList(list, edition: kept.edition.number), list)
        }
        if let number {
            throw CommandError(
                "Listan för \(year) har ingen utgåva \(number).", "The list of \(year) has no edition \(number).")
        }
        if let opening = try await store.openingList(year) { return (ComparedList(opening.list), nil) }
        if let moment {
            throw CommandError(
                "Ingen lista för \(year) var publicerad \(moment).", "No list of \(year) was published at \(moment).")
        }
        return try await drafted(year)
    }

    private func drafted(_ year: Year) async throws -> (compared: ComparedList, list: PriceList?) {
        if let built = try await lastBuilt(year) { return (ComparedList(built.list), built.list) }
        throw CommandError(
            "Det finns ingen lista för \(year): varken utgåva, utkast eller inläst lista. Bygg den med samverkan build \(year), "
                + "eller läs in en tidigare fastställd med samverkan open.",
            "There is no list of \(year): neither edition, draft nor list read in. Build it by samverkan build \(year), or "
                + "take in an earlier adopted one by samverkan open.")
    }

    private static func volumesForImported(_ year: Year) -> CommandError {
        CommandError(
            "Volymer kan inte räknas på listan för \(year), som är inläst: den berättar inte om alla priser.",
            "Volumes cannot be counted on the list of \(year), which was read in: it does not tell of all prices.")
    }
}
