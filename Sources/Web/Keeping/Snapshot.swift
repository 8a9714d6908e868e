import Federation
import Pipeline
import Pricing
import Publishing
import Storage

/// A list as it is served, with its lines in one row (ögonblicksbild). It never changes; a newer one gets its own.
struct Snapshot: Sendable {
    let content: ListContent
    /// SHA-256 of the list's canonical JSON.
    let fingerprint: Fingerprint
    /// Nil for a draft.
    let edition: KeptEdition?
    let lines: PricedLines
    /// What every line has of the invoicing contract from the list and its hospital.
    let codes: ContractCodes

    /// An edition's list, or a draft's where no edition is named.
    init(_ content: ListContent, _ fingerprint: Fingerprint, of edition: KeptEdition? = nil) {
        self.content = content
        self.fingerprint = fingerprint
        self.edition = edition
        lines = PricedLines(content.list)
        codes = ContractCodes(content.list.header.model, regions: content.regions)
    }

    var list: PriceList { content.list }
    var year: Year { list.header.model.year }

    /// Who may keep what is answered from it: a draft is not for everybody.
    var caching: Answer.Caching { edition == nil ? .askAgainPrivately : .askAgain }
}

/// The last draft of a year as it is served (utkast).
struct Draft: Sendable {
    /// A draft that was there a moment ago and is not now, which an append-only store does not let happen.
    struct Gone: Error {}

    let built: BuiltPriceList
    let snapshot: Snapshot

    init(_ built: BuiltPriceList) {
        self.built = built
        snapshot = Snapshot(ListContent(built.list, regions: built.document.regions), built.record.fingerprint)
    }

    var year: Year { built.record.year }
}

/// The priced lines of a list, section after section, found by position or by id.
struct PricedLines: Sendable {
    private let list: PriceList
    private let positions: [LineID: Int]
    let count: Int

    init(_ list: PriceList) {
        self.list = list
        let ids =
            list.drg.map(\.id) + list.drgFixedPrices.map(\.id) + list.careServices.map(\.id) + list.surcharges.map(\.id)
        positions = Dictionary(zip(ids, 0...), uniquingKeysWith: { first, _ in first })
        count = ids.count
    }

    /// The line at a position below `count`.
    subscript(_ position: Int) -> PricedLine {
        var rest = position
        if rest < list.drg.count { return .drg(list.drg[rest]) }
        rest -= list.drg.count
        if rest < list.drgFixedPrices.count { return .drgFixedPrice(list.drgFixedPrices[rest]) }
        rest -= list.drgFixedPrices.count
        if rest < list.careServices.count { return .careService(list.careServices[rest]) }
        return .surcharge(list.surcharges[rest - list.careServices.count])
    }

    /// The line of an id; nil where the list has none.
    func line(_ id: LineID) -> PricedLine? { positions[id].map { self[$0] } }

    /// The positions of the lines that pass a filter, in the list's order.
    func positions(of filter: LineFilter) -> [Int] {
        (0..<count).filter { filter.matches(self[$0]) }
    }
}
