import Adoption
package import Federation
package import Pricing
package import Storage

extension ListContent {
    /// A list that was read or computed already, with the regions that it names.
    package init(_ list: PriceList, regions: [Region]) { self.init(list: list, regions: regions) }
}

extension QuotingList {
    /// What cases are priced by among editions of a year that have been read already, in order of publishing, as known
    /// at a moment; nil where there is none.
    package init?(
        _ year: Year, editions: [(content: ListContent, edition: KeptEdition)], knownAt moment: Instant
    ) {
        guard let last = editions.last else { return nil }
        self.init(
            year, editions.map { PricingSource($0.content, edition: $0.edition) }, last.content.list.header.model,
            EditionCalendar(editions.map(\.edition.edition)), moment)
    }

    /// The year's draft as what cases are priced by, read already.
    package init(draft built: BuiltPriceList, at moment: Instant) {
        self.init(
            built.record.year, [PricingSource(draft: built)], built.list.header.model, EditionCalendar([]), moment)
    }
}

extension Gateway {
    /// The findings that the committee had before it when it adopted an edition, in the words that were shown (avvikelser).
    package func deviations(of kept: KeptEdition) async throws -> [FrozenInput.Deviation] {
        let rounds = try await listState(kept.edition.year).rounds
        guard
            let proposal = rounds.last(where: { $0.edition == kept.edition.number && $0.withdrawal == nil })?.proposals
                .last
        else {
            throw StoreError.unreadable("list_act")
        }
        return try FrozenInput(bytes: try await document(proposal.proposal.input)).deviations
    }
}
