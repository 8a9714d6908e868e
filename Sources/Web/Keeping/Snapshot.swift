import Federation
import Pipeline
import Pricing
import Publishing

/// A built list as it is served, with its lines in one row (ögonblicksbild). It never changes; a newer build gets its own.
struct Snapshot: Sendable {
    /// A draft that was there a moment ago and is not now, which an append-only store does not let happen.
    struct Gone: Error {}

    let built: BuiltPriceList
    let lines: PricedLines
    /// What every line has of the invoicing contract from the list and its hospital.
    let codes: ContractCodes

    init(_ built: BuiltPriceList) {
        self.built = built
        lines = PricedLines(built.list)
        codes = ContractCodes(built.list.header.model, regions: built.document.regions)
    }

    /// SHA-256 of the list's canonical JSON.
    var fingerprint: Fingerprint { built.record.fingerprint }
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
