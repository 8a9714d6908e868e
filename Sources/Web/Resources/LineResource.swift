import Federation
import Pricing
import Publishing
import Registry
import Sealing

/// The lines of a list, one by one or a page at a time, each with how its price came about.
struct LineResource {
    private static let path = "/v1/price-lists/{year}/lines"

    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [
            .get(LineResource.path) { try await own.list($0) },
            .get(LineResource.path + "/{id}") { try await own.one($0) },
            .get(LineResource.path + "/{id}/explanation") { try await own.explanation($0) },
        ]
    }

    private func list(_ call: Call) async throws -> Answer {
        try call.query.allow(LineFilter.names + ListChoice.names + Paging.names)
        let paging = try Paging(call.query)
        let filter = try LineFilter(call.query, regions: holdings.gateway.premises.regions.map(\.region.slug))
        let snapshot = try await holdings.list(call)
        let lines = snapshot.lines
        let found = filter.isOpen ? Array(0..<lines.count) : lines.positions(of: filter)
        let items = found[paging.range(of: found.count)].map { lines[$0].value(snapshot.codes) }
        var answer = try paging.answer(
            items, total: found.count, to: call, caching: snapshot.caching, more: snapshot.members)
        snapshot.addLink(to: &answer)
        return answer
    }

    private func one(_ call: Call) async throws -> Answer {
        try call.query.allow(ListChoice.names)
        let snapshot = try await holdings.list(call)
        let value = EditionJSON.chosen(snapshot.edition).reduce(try line(call, snapshot).value(snapshot.codes)) {
            $0.adding($1)
        }
        var answer = try Answer(json: value, caching: snapshot.caching)
        snapshot.addLink(to: &answer)
        return answer
    }

    private func explanation(_ call: Call) async throws -> Answer {
        try call.query.allow(ListChoice.names)
        let snapshot = try await holdings.list(call)
        // Only accepted deliveries have lines, and one with a personal identity number never is: their text may be shown.
        let explanation = try await holdings.gateway.withExcerpts([
            explain(try line(call, snapshot), in: snapshot.list)
        ])[0]
        let members = snapshot.members + [("year", .integer(snapshot.year.number))]
        let value = members.reduce(ExplanationJSON.value(explanation)) { $0.adding($1) }
        var answer = try Answer(json: value, caching: snapshot.caching)
        snapshot.addLink(to: &answer)
        return answer
    }

    private func explain(_ line: PricedLine, in list: PriceList) -> Explanation {
        switch line {
        case .drg(let line): list.explain(line)
        case .drgFixedPrice(let line): list.explain(line)
        case .careService(let line): list.explain(line)
        case .surcharge(let line): list.explain(line)
        }
    }

    private func line(_ call: Call, _ snapshot: Snapshot) throws -> PricedLine {
        guard let id = LineID(call["id"]), let line = snapshot.lines.line(id) else {
            throw Problem.missing(
                "Listan har ingen sådan rad. Ett rad-id ser ut som cs-5f0c1b8e9a7d4c32.",
                "The list has no such line. A line id looks like cs-5f0c1b8e9a7d4c32.")
        }
        return line
    }
}

extension Snapshot {
    /// Which list an answer is from: its fingerprint, and the edition where it is published.
    var members: [(String, CanonicalValue?)] {
        [("fingerprint", .string(fingerprint.hex))] + EditionJSON.chosen(edition)
    }

    /// Adds the way to the edition that an answer is from.
    func addLink(to answer: inout Answer) {
        guard let edition else { return }
        answer.add(link: EditionJSON.path(year, edition.edition.number), "collection")
    }
}
