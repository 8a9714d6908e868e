import Federation

/// DRG prices of one point price that moved more than the model allows a price to move without a reason: the point price
/// or the weights did, and the committee should know why.
struct DRGPricesMoved: ListRule {
    static let code = "drg-prices-moved"

    private let percent: ExactDecimal?
    private var prices: [String: Moved] = [:]

    private struct Moved {
        var all = 0
        var count = 0
        var greatest: (change: PriceChange, ratio: ChangeRatio, code: String)?
    }

    init(_ context: ListContext) { percent = context.plausibility?.changePercent }

    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding]) {
        guard let percent, case .drg(let pointPrice, _, let code, _) = price.line.key else { return }
        guard let change = price.change, let ratio = change.ratio else { return }
        var moved = prices[pointPrice] ?? Moved()
        moved.all += 1
        if ratio.exceeds(percent: percent) {
            moved.count += 1
            if moved.greatest.map({ ratio.isGreater(than: $0.ratio) }) ?? true {
                moved.greatest = (change, ratio, code)
            }
        }
        prices[pointPrice] = moved
    }

    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        for pointPrice in list.header.model.pointPrices {
            guard let moved = prices[pointPrice.id], let greatest = moved.greatest else { continue }
            let facts = MovedPrices(
                pointPrice: pointPrice.id, count: moved.count, all: moved.all, greatest: greatest.change,
                greatestCode: greatest.code)
            findings.append(finding(.pointPrice(pointPrice.id), .whole(list.header.modelFingerprint), .moved(facts)))
        }
    }
}
