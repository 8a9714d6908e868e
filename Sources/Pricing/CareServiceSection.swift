import Federation

/// The care services of one region: each with its own or last year's raised price, held against last year's lines.
struct CareServiceSection {
    /// In canonical order.
    private(set) var lines: [CareServiceLine] = []
    /// Lines that ask for last year's price where there is none.
    private(set) var withoutPrice: [MissingItem] = []
    /// Ids of all lines, priced or not.
    private(set) var ids: [LineID] = []
    /// Lines of last year that are not there any more, in order of id.
    private(set) var notAgain: [PreviousCareService] = []

    private let region: RegionSlug
    private let model: PriceModel

    /// Prices the care services of a submission; `previous` holds the region's lines of last year in order of id.
    init(
        _ services: [CareService], region: RegionSlug, model: PriceModel, previous: ArraySlice<PreviousCareService>
    ) throws(PriceListError) {
        self.region = region
        self.model = model
        let order = CareServiceOrder(services).positions
        ids = order.map { CareServiceKey(region: region, service: services[$0]).lineID }
        let lastYear = match(previous)
        lines.reserveCapacity(order.count)
        for (position, index) in order.enumerated() {
            let last = lastYear[position].map { previous[$0] }
            try requireSameKey(services[index], last)
            try append(services[index], id: ids[position], lastYear: last?.amount)
        }
    }

    /// Walks this year's and last year's lines side by side in order of id; gives each line its place in last year's.
    private mutating func match(_ previous: ArraySlice<PreviousCareService>) -> [Int?] {
        var matches = [Int?](repeating: nil, count: ids.count)
        var position = previous.startIndex
        let byID = ids.indices.map { (digits: ids[$0].digits, line: $0) }.sorted { $0.digits < $1.digits }
        for (digits, line) in byID {
            while position < previous.endIndex, previous[position].id.digits < digits {
                notAgain.append(previous[position])
                position += 1
            }
            if position < previous.endIndex, previous[position].id.digits == digits {
                matches[line] = position
                position += 1
            }
        }
        notAgain += previous[position...]
        return matches
    }

    private func requireSameKey(_ service: CareService, _ last: PreviousCareService?) throws(PriceListError) {
        guard let last else { return }
        let key = CareServiceKey(region: region, service: service)
        guard key == last.key else { throw .lineIDCollision(last.id, keys: [key.fields, last.key.fields]) }
    }

    private mutating func append(_ service: CareService, id: LineID, lastYear: Amount?) throws(PriceListError) {
        switch (service.price, lastYear, model.indexation) {
        case (.amount(let amount), _, _):
            lines.append(
                CareServiceLine(id: id, region: region, service: service, amount: amount, basis: .delivered))
        case (.asLastYear, let last?, let indexation?):
            let index = indexation.applied(to: service, of: region).index
            guard let amount = model.rounding.round(index.raise(last)) else { throw .amountTooLarge(id) }
            lines.append(
                CareServiceLine(
                    id: id, region: region, service: service, amount: amount, basis: .indexed(previous: last)))
        case (.asLastYear, _, _):
            withoutPrice.append(MissingItem(noLastYearPrice: service, region: region, line: id))
        }
    }
}
