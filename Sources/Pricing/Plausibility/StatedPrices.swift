import Federation

extension PriceList {
    /// Hands over every price, care services first, each section in the order of the list.
    func forEachStatedPrice(previous: PreviousPriceList?, _ body: (StatedPrice) -> Void) {
        let versions = Dictionary(
            header.submissions.map { ($0.region, $0.version) }, uniquingKeysWith: { first, _ in first })
        let record = { (region: RegionSlug, origin: RecordOrigin) in
            versions[region].map { ListFinding.Evidence.record(version: $0, origin: origin) } ?? .none
        }
        let last = LastYear(previous)
        for line in careServices {
            body(
                StatedPrice(
                    line: ListedLine(line), last: last[line.id], reason: line.service.reason,
                    isComputed: line.basis != .delivered, evidence: record(line.region, line.service.origin)))
        }
        for line in drgFixedPrices {
            body(
                StatedPrice(
                    line: ListedLine(line), last: last[line.id], reason: line.reasonForChange, isComputed: false,
                    evidence: evidence(of: line)))
        }
        for line in surcharges {
            body(
                StatedPrice(
                    line: ListedLine(line), last: last[line.id], reason: line.surcharge.reason, isComputed: false,
                    evidence: record(line.region, line.surcharge.origin)))
        }
        let weights = Dictionary(
            header.model.weightLists.map { ($0.id, ListFinding.Evidence.whole($0.sha256)) },
            uniquingKeysWith: { first, _ in first })
        for line in drg {
            body(
                StatedPrice(
                    line: ListedLine(line), last: last[line.id], reason: nil, isComputed: true,
                    evidence: weights[line.weightList] ?? .none))
        }
    }
}

extension PriceList {
    /// A region's own fixed price rests on its record, a decided one on the price model.
    func evidence(of line: DRGFixedPriceLine) -> ListFinding.Evidence {
        switch line.source {
        case .region(let origin): recordEvidence(line.region, origin)
        case .model: .whole(header.modelFingerprint)
        }
    }

    /// A record in the version of a region that the list was made from.
    func recordEvidence(_ region: RegionSlug, _ origin: RecordOrigin) -> ListFinding.Evidence {
        let used = header.submissions.first { $0.region == region }
        return used.map { .record(version: $0.version, origin: origin) } ?? .none
    }
}

extension DRGFixedPriceLine {
    /// Why it is another price than last year's. A region must say why a price is fixed, which is no reason for a change.
    fileprivate var reasonForChange: String? {
        switch source {
        case .region: nil
        case .model: reason
        }
    }
}

/// Last year's prices by line id.
private struct LastYear {
    private let list: PreviousPriceList?
    private var careServices: [UInt64: Int] = [:]
    private var others: [LineID: ListedLine] = [:]

    init(_ list: PreviousPriceList?) {
        self.list = list
        guard let list else { return }
        careServices.reserveCapacity(list.careServices.count)
        for (position, line) in list.careServices.enumerated() { careServices[line.id.digits] = position }
        for line in list.otherLines { others[line.id] = line }
    }

    subscript(id: LineID) -> StatedPrice.LastPrice? {
        guard id.section == .careService else {
            return others[id].map { StatedPrice.LastPrice(amount: $0.amount, measure: $0.measure) }
        }
        guard let list, let position = careServices[id.digits] else { return nil }
        let line = list.careServices[position]
        return StatedPrice.LastPrice(amount: line.amount, measure: line.measure)
    }
}
