import Federation
import Pricing
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
        try call.query.allow(LineFilter.names + Paging.names)
        let paging = try Paging(call.query)
        let filter = try LineFilter(call.query, regions: holdings.gateway.premises.regions.map(\.region.slug))
        let lines = try await holdings.snapshot(call).lines
        let found = filter.isOpen ? Array(0..<lines.count) : lines.positions(of: filter)
        let items = found[paging.range(of: found.count)].map { lines[$0].value }
        return try paging.answer(items, total: found.count, to: call, caching: .askAgainPrivately)
    }

    private func one(_ call: Call) async throws -> Answer {
        try call.query.allow([])
        let snapshot = try await holdings.snapshot(call)
        return try Answer(json: try line(call, snapshot).value, caching: .askAgainPrivately)
    }

    private func explanation(_ call: Call) async throws -> Answer {
        try call.query.allow([])
        let snapshot = try await holdings.snapshot(call)
        let list = snapshot.built.list
        var explanation =
            switch try line(call, snapshot) {
            case .drg(let line): list.explain(line)
            case .drgFixedPrice(let line): list.explain(line)
            case .careService(let line): list.explain(line)
            case .surcharge(let line): list.explain(line)
            }
        let mayShow = try await mayShowRawText(explanation)
        if mayShow { explanation = try await holdings.gateway.attachRawText(explanation) }
        let value = ExplanationJSON.value(explanation).adding(
            ("year", .integer(snapshot.built.record.year.number)),
            ("fingerprint", .string(snapshot.fingerprint.hex)), ("rawTextWithheld", .bool(!mayShow)))
        return try Answer(json: value, caching: .askAgainPrivately)
    }

    private func line(_ call: Call, _ snapshot: Snapshot) throws -> PricedLine {
        guard let id = LineID(call["id"]), let line = snapshot.lines.line(id) else {
            throw Problem.missing(
                "Listan har ingen sådan rad. Ett rad-id ser ut som cs-5f0c1b8e9a7d4c32.",
                "The list has no such line. A line id looks like cs-5f0c1b8e9a7d4c32.")
        }
        return line
    }

    /// Whether no version behind a line has anything that looks like a personal identity number in it.
    private func mayShowRawText(_ explanation: Explanation) async throws -> Bool {
        for input in explanation.steps.flatMap(\.inputs) {
            guard case .delivery(let slug, let version?, _) = input.origin else { continue }
            let kept = try await holdings.gateway.store.versions(startingWith: version.hex)
                .first { $0.version.region == slug && $0.version.kind == .priceList }
            let (region, feed) = try holdings.gateway.feed(slug, .priceList)
            guard let kept else { return false }
            let examination = try await holdings.gateway.examine(kept.version, feed: feed, region: region)
            guard examination.isFreeOfPersonalNumbers else { return false }
        }
        return true
    }
}
