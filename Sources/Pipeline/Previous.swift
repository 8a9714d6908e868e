import Federation
import Pricing
import Storage

/// Last year's list, and where it is kept.
struct FoundPrevious: Sendable {
    let list: PreviousPriceList
    /// The row of an imported list; nil for an edition of ours.
    let openingList: Int64?
    /// An edition of ours; nil for an imported list.
    let edition: KeptEdition?
}

extension Gateway {
    /// The list that a year's prices are raised from and held against: the latest edition published of the year before,
    /// else the list that was read in; nil where there is neither.
    func previousList(of year: Year) async throws -> FoundPrevious? {
        if let kept = try await published(before: year) {
            return FoundPrevious(list: try await previous(kept), openingList: nil, edition: kept)
        }
        guard let (id, list) = try await store.openingList(year.previous) else { return nil }
        return FoundPrevious(list: list, openingList: id, edition: nil)
    }

    /// Names the list that a year's prices are held against, for the key of what is examined; empty where there is none.
    func previousName(_ year: Year) async throws -> String {
        if let kept = try await published(before: year) { return kept.manifest.hex }
        return try await store.openingListRow(year.previous).map { String($0) } ?? ""
    }

    /// What the lines of one region cost the year before; empty where no list is known.
    func previousPrices(_ year: Year, of region: RegionSlug) async throws -> [LineID: Amount] {
        guard let kept = try await published(before: year) else {
            return try await store.openingPrices(year.previous, of: region)
        }
        let lines = try await content(of: kept).list.careServices.filter { $0.region == region }
        return Dictionary(lines.map { ($0.id, $0.amount) }, uniquingKeysWith: { first, _ in first })
    }

    /// The edition of the year before that a year's prices are raised from; nil where none is published here.
    func published(before year: Year) async throws -> KeptEdition? {
        try await store.editions().last { $0.edition.year == year.previous }
    }

    /// The list that a draft's prices were raised from.
    func previousList(of record: BuiltList) async throws -> PreviousPriceList? {
        if let opening = record.openingList { return try await store.openingList(row: opening) }
        guard let position = record.previousEdition else { return nil }
        guard let kept = try await store.editions().first(where: { $0.position == position }) else {
            throw StoreError.unreadable("price_list.previous_edition")
        }
        return try await previous(kept)
    }

    /// The list that an edition names as the one before it; nil where it is not here.
    func previous(_ named: PreviousEdition) async throws -> PreviousPriceList? {
        switch named.basis {
        case .imported: return try await store.openingList(named.year, number: named.number)
        case .published:
            guard let kept = try await edition(named.year, number: named.number) else { return nil }
            return try await previous(kept)
        }
    }

    private func previous(_ kept: KeptEdition) async throws -> PreviousPriceList {
        let edition = PreviousEdition(
            year: kept.edition.year, number: kept.edition.number, basis: .published,
            decision: kept.edition.decision.board)
        return PreviousPriceList(try await content(of: kept).list, edition: edition)
    }
}
