import Adoption
package import Federation
import Harvest
package import Pricing
package import Publishing
package import Storage

/// A case priced, and by which list.
package struct PricedCase: Sendable {
    package let quote: Quote
    /// Nil where the year's draft was asked for.
    package let edition: KeptEdition?
    /// The list as people are told of it.
    package let list: QuotedList
}

/// A list that cases can be priced by: an edition, or the draft.
package struct PricingSource: Sendable {
    package let content: ListContent
    /// Nil for the draft.
    package let edition: KeptEdition?
    /// The list as people are told of it.
    package let name: QuotedList

    init(_ content: ListContent, edition kept: KeptEdition) {
        self.content = content
        edition = kept
        name = QuotedList(
            year: kept.edition.year,
            standing: .adopted(edition: kept.edition.number, decision: kept.edition.decision),
            fingerprint: kept.edition.fingerprint)
    }

    init(draft built: BuiltPriceList) {
        content = ListContent(list: built.list, regions: built.document.regions)
        edition = nil
        name = QuotedList(year: built.record.year, standing: .draft, fingerprint: built.record.fingerprint)
    }
}

/// The list that cases of a year are priced by: an edition that is in force, or the draft where a person asks for it.
package struct QuotingList: Sendable {
    package let year: Year
    /// The days that the year's prices hold, by the model.
    package let validity: ClosedRange<Day>
    /// Which day of a stay decides the price.
    package let priceDate: PriceModel.PriceDate
    let sources: [PricingSource]
    let calendar: EditionCalendar
    let knownAt: Instant

    /// Prices a case by the edition that was in force, as known at the moment, on the day that the model says decides.
    ///
    /// Throws `QuoteRefusal`, and `CommandError` where no list was in force.
    package func price(_ careCase: CareCase) throws -> PricedCase {
        let source = try source(on: careCase.time.priceDay(by: priceDate))
        return PricedCase(
            quote: try source.content.list.quote(careCase, regions: source.content.regions), edition: source.edition,
            list: source.name)
    }

    /// The list that was in force on a day; the draft where it was asked for, whatever the day.
    ///
    /// Throws `CommandError` where none was.
    package func source(on day: Day) throws -> PricingSource {
        if let draft = sources.first(where: { $0.edition == nil }) { return draft }
        let inForce = calendar.inForce(on: day, knownAt: knownAt)
        guard let found = sources.first(where: { $0.edition?.edition == inForce }) else {
            throw CommandError(
                "Ingen publicerad lista för \(year) gällde \(day). Ange en annan dag, eller räkna på utkastet med --draft.",
                "No published list of \(year) was in force on \(day). Give another day, or price by the draft with --draft."
            )
        }
        return found
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
            return QuotingList(
                year, [PricingSource(draft: built)], built.list.header.model, EditionCalendar([]), moment)
        }
        let kept = try await store.editions()
        var sources: [PricingSource] = []
        for edition in kept where edition.edition.year == year && edition.edition.publishedAt <= moment {
            sources.append(PricingSource(try await content(of: edition), edition: edition))
        }
        guard let last = sources.last else {
            throw CommandError(
                "Ingen lista för \(year) var publicerad \(moment). Räkna på utkastet med --draft.",
                "No list of \(year) was published at \(moment). Price by the draft with --draft.")
        }
        return QuotingList(
            year, sources, last.content.list.header.model, EditionCalendar(kept.map(\.edition)), moment)
    }
}

extension QuotingList {
    init(
        _ year: Year, _ sources: [PricingSource], _ model: PriceModel, _ calendar: EditionCalendar, _ moment: Instant
    ) {
        self.init(
            year: year, validity: model.validFrom...model.validTo, priceDate: model.priceDate ?? .discharge,
            sources: sources, calendar: calendar, knownAt: moment)
    }
}
