import Federation
import Pricing
import Publishing
import Sealing
import Storage

/// What differs between the lists of two years (jämförelse), the greatest changes first.
struct DifferenceResource {
    /// The lines that a page may hold.
    private enum Lines: String, CaseIterable { case changed, new, gone }

    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [.get("/v1/price-lists/{year}/differences") { try await own.differences($0) }]
    }

    private func differences(_ call: Call) async throws -> Answer {
        try call.query.allow(["from", "lines"] + Paging.names)
        let paging = try Paging(call.query)
        let lines = try call.query.word("lines", of: Lines.allCases.map(\.rawValue)).flatMap(Lines.init) ?? .changed
        let pair = try await holdings.comparedPair(call)
        let difference = try await holdings.difference(pair)
        let (items, total) =
            switch lines {
            case .changed: page(of: difference.changed, paging, DifferenceJSON.value)
            case .new: page(of: difference.new, paging, DifferenceJSON.value)
            case .gone: page(of: difference.gone, paging, DifferenceJSON.value)
            }
        return try paging.answer(
            items, total: total, to: call, caching: pair.isPublished ? .askAgain : .askAgainPrivately,
            more: members(of: difference) + [("lines", .string(lines.rawValue))])
    }

    /// What stands beside the page of lines: which lists, how many lines, and what they come to.
    private func members(of difference: PriceListDifference) -> [(String, CanonicalValue?)] {
        let name = { (list: ListName) -> CanonicalValue in
            .members(
                ("year", .integer(list.year.number)), ("edition", list.edition.map { .integer($0) }))
        }
        return [
            ("earlier", name(difference.earlier)), ("later", name(difference.later)),
            ("comparedSections", .texts(difference.comparedSections.map { LineSection($0).rawValue })),
            ("order", .string(difference.order.rawValue)),
            ("counts", DifferenceJSON.value(difference.total)),
            ("regions", .array(difference.regions.map(DifferenceJSON.value))),
            ("percentRounding", .string(ChangeRatio.shownBy)),
        ]
    }

    private func page<Line>(
        of lines: [Line], _ paging: Paging, _ value: (Line) -> CanonicalValue
    ) -> ([CanonicalValue], Int) {
        (lines[paging.range(of: lines.count)].map(value), lines.count)
    }
}

/// Two lists that are compared, each by what it is now.
struct ComparedPair: Hashable {
    let earlier: ComparedName
    let later: ComparedName

    /// Whether everybody may see both.
    var isPublished: Bool { earlier.isPublished && later.isPublished }
}

/// The list of a year that comparisons take.
struct ComparedName: Hashable {
    let year: Year
    /// Changes when another list takes the year's place.
    let stamp: String
    /// Whether it was adopted: an edition, or an earlier list that was read in.
    let isPublished: Bool
}

extension Holdings {
    /// The two lists that are asked for: the path's year, and `from` or the year before. Throws a problem where one is not
    /// there or may not be shown.
    func comparedPair(_ call: Call) async throws -> ComparedPair {
        let later = try call.year()
        var earlier = later.previous
        if let text = call.query["from"] {
            guard let year = Year(text), year != later else {
                throw Problem.query(
                    "from", allowed: [later.previous.description],
                    "ska vara ett annat år än det man jämför, till exempel \(later.previous)",
                    "must be another year than the one compared, for example \(later.previous)")
            }
            earlier = year
        }
        let pair = ComparedPair(
            earlier: try await comparedName(earlier, call), later: try await comparedName(later, call))
        if !pair.isPublished { try call.requireLocal() }
        return pair
    }

    /// What is compared for a year: its latest edition, else the list that was read in, else the draft.
    private func comparedName(_ year: Year, _ call: Call) async throws -> ComparedName {
        if let kept = try await editions(of: year).last {
            return ComparedName(year: year, stamp: "edition \(kept.position)", isPublished: true)
        }
        if let row = try await gateway.store.openingListRow(year) {
            return ComparedName(year: year, stamp: "opening \(row)", isPublished: true)
        }
        try call.requireLocal()
        if let record = try await gateway.store.lastBuilt(year) {
            return ComparedName(year: year, stamp: "draft \(record.fingerprint)", isPublished: false)
        }
        throw Problem.missing(
            "Det finns ingen lista för \(year) att jämföra med: varken utgåva, utkast eller inläst lista.",
            "There is no list of \(year) to compare with: neither edition, draft nor list read in.")
    }
}
