import Federation
import Pricing
import Publishing
import Sealing
import Storage

/// What differs between two lists, of two years or of one (jämförelse), the greatest changes first.
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
        try call.query.allow(["lines"] + Holdings.comparisonNames + Paging.names)
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
            more: members(of: difference, pair) + [("lines", .string(lines.rawValue))])
    }

    /// What stands beside the page of lines: which lists, how many lines, and what they come to.
    private func members(of difference: PriceListDifference, _ pair: ComparedPair) -> [(String, CanonicalValue?)] {
        let name = { (list: ListName, validFrom: Day?) -> CanonicalValue in
            .members(
                ("year", .integer(list.year.number)), ("edition", list.edition.map { .integer($0) }),
                ("validFrom", .text(validFrom?.description)))
        }
        return [
            ("earlier", name(difference.earlier, pair.earlier.validFrom)),
            ("later", name(difference.later, pair.later.validFrom)),
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
