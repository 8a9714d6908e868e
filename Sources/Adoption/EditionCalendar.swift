package import Federation

/// The two clocks of the editions (giltig den, känd den): which one held on a day, as it was known at a moment.
package struct EditionCalendar: Sendable {
    /// In order of publishing.
    package let editions: [PriceListEdition]

    /// The calendar of these editions, of one year or many, in any order.
    package init(_ editions: [PriceListEdition]) {
        self.editions = editions.sorted {
            ($0.publishedAt, $0.year, $0.number) < ($1.publishedAt, $1.year, $1.number)
        }
    }

    /// The edition in force on a day as known at a moment: the last one published at or before it that covers the day.
    package func inForce(on day: Day, knownAt moment: Instant) -> PriceListEdition? {
        editions.last { $0.publishedAt <= moment && $0.covers(day) }
    }

    /// The edition that was the latest of a year at a moment, whichever days it covers.
    package func latest(of year: Year, knownAt moment: Instant) -> PriceListEdition? {
        editions.last { $0.year == year && $0.publishedAt <= moment }
    }

    /// What has taken an edition's place since, in order of publishing; empty where nothing has. Derived, never written
    /// into the edition.
    package func supersessions(of edition: PriceListEdition, knownAt moment: Instant) -> [Supersession] {
        guard let place = editions.firstIndex(of: edition) else { return [] }
        return editions[(place + 1)...].compactMap { later in
            let from = max(later.decision.validFrom, edition.decision.validFrom)
            let to = min(later.validTo, edition.validTo)
            guard later.year == edition.year, later.publishedAt <= moment, from <= to else { return nil }
            return Supersession(number: later.number, from: from, publishedAt: later.publishedAt)
        }
    }

    /// Which edition holds on which days of a year's validity, as known at a moment; in order of days. Days that no
    /// edition covers are left out.
    package func periods(of year: Year, knownAt moment: Instant) -> [Period] {
        let known = editions.filter { $0.year == year && $0.publishedAt <= moment }
        let starts = Set(known.flatMap { [$0.decision.validFrom, $0.validTo.next] }).sorted()
        var periods: [Period] = []
        for (start, after) in zip(starts, starts.dropFirst()) {
            guard let edition = known.last(where: { $0.covers(start) }) else { continue }
            if let last = periods.last, last.edition == edition, last.to.next == start {
                periods[periods.count - 1] = Period(edition: edition, from: last.from, to: after.previous)
            } else {
                periods.append(Period(edition: edition, from: start, to: after.previous))
            }
        }
        return periods
    }

    /// A later edition in an earlier one's place (ersatt av).
    package struct Supersession: Hashable, Sendable {
        /// The later edition's number.
        package let number: Int
        /// The first day that it holds instead.
        package let from: Day
        /// When it became known.
        package let publishedAt: Instant
    }

    /// Days on end on which one edition holds.
    package struct Period: Hashable, Sendable {
        package let edition: PriceListEdition
        package let from: Day
        /// The last day.
        package let to: Day
    }
}
