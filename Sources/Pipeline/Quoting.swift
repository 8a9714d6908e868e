import Adoption
package import Federation
import Harvest
package import Pricing
package import Storage

/// A case priced, and by which list.
package struct PricedCase: Sendable {
    package let quote: Quote
    /// Nil where the year's draft was asked for.
    package let edition: KeptEdition?
}

/// The list that cases of a year are priced by: an edition that is in force, or the draft where a person asks for it.
package struct QuotingList: Sendable {
    package let year: Year
    let model: PriceModel
    let lists: [(content: ListContent, edition: KeptEdition?)]
    let calendar: EditionCalendar
    let knownAt: Instant

    /// Prices a case by the edition that was in force, as known at the moment, on the day that the model says decides.
    ///
    /// Throws `QuoteRefusal`, and `CommandError` where no list was in force.
    package func price(_ careCase: CareCase) throws -> PricedCase {
        let day = careCase.priceDay(by: model.priceDate ?? .discharge)
        if let draft = lists.first(where: { $0.edition == nil }) {
            return PricedCase(
                quote: try draft.content.list.quote(careCase, regions: draft.content.regions), edition: nil)
        }
        let inForce = calendar.inForce(on: day, knownAt: knownAt)
        guard let found = lists.first(where: { $0.edition?.edition == inForce }) else {
            throw CommandError(
                "Ingen publicerad lista för \(year) gällde \(day). Ange en annan dag, eller räkna på utkastet med --draft.",
                "No published list of \(year) was in force on \(day). Give another day, or price by the draft with --draft."
            )
        }
        return PricedCase(
            quote: try found.content.list.quote(careCase, regions: found.content.regions), edition: found.edition)
    }
}

extension Gateway {
    /// What cases of a year are priced by, as known at a moment. With `draft`, the year's last draft.
    package func quotingList(_ year: Year, knownAt moment: Instant, draft: Bool) async throws -> QuotingList {
        if draft {
            guard let built = try await lastBuilt(year) else {
                throw CommandError(
                    "Det finns inget utkast för \(year). Bygg det med samverkan build \(year).",
                    "There is no draft of \(year). Build it by samverkan build \(year).")
            }
            let content = ListContent(list: built.list, regions: built.document.regions)
            return QuotingList(
                year: year, model: built.list.header.model, lists: [(content, nil)],
                calendar: EditionCalendar([]), knownAt: moment)
        }
        let kept = try await store.editions()
        var lists: [(content: ListContent, edition: KeptEdition?)] = []
        for edition in kept where edition.edition.year == year && edition.edition.publishedAt <= moment {
            lists.append((try await content(of: edition), edition))
        }
        guard let last = lists.last else {
            throw CommandError(
                "Ingen lista för \(year) är publicerad. Räkna på utkastet med --draft.",
                "No list of \(year) is published. Price by the draft with --draft.")
        }
        return QuotingList(
            year: year, model: last.content.list.header.model, lists: lists,
            calendar: EditionCalendar(kept.map(\.edition)), knownAt: moment)
    }
}
