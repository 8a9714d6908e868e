import Federation

/// A price far from what the regions ask for the same service: same code, measure, kind of care and level.
///
/// Each region counts once, by the median of its prices, so that one with forty clinics does not outvote the others. The
/// measure is the median of the regions' distances from the regions' median; a price farther off than so many times the
/// measure is told. Where the measure is zero, since more than half the regions ask the same, it is one per cent of the
/// median instead: else one öre of difference would be told.
struct FarFromOtherRegions: ListRule {
    static let code = "far-from-other-regions"

    private struct Service: Hashable {
        let code: String
        let measure: Measure
        let typeOfCare: TypeOfCare
        let careLevel: CareLevel
    }

    private let limit: Plausibility.Deviation?
    private var prices: [Service: [(region: RegionSlug, position: Int, amount: Amount, last: Amount?)]] = [:]
    private var position = 0

    init(_ context: ListContext) {
        limit = context.plausibility?.deviation
    }

    mutating func inspect(_ price: StatedPrice, _ findings: inout [ListFinding]) {
        guard limit != nil, case .careService(let key) = price.line.key, let measure = price.line.measure else {
            return
        }
        let service = Service(
            code: key.code, measure: measure, typeOfCare: key.typeOfCare, careLevel: key.careLevel)
        prices[service, default: []].append((key.region, position, price.line.amount, price.last?.amount))
        position += 1
    }

    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        guard let limit else { return }
        var told: [(position: Int, deviation: PriceDeviation)] = []
        for (service, prices) in prices {
            guard let spread = RegionalSpread(prices.map { ($0.region, $0.amount) }, leastRegions: limit.leastRegions)
            else {
                continue
            }
            for price in prices where spread.isFar(price.amount, by: limit) {
                let deviation = PriceDeviation(
                    amount: price.amount, measure: service.measure, median: spread.median,
                    medianDistance: spread.medianDistance, regions: spread.regions, last: price.last)
                told.append((price.position, deviation))
            }
        }
        let versions = Dictionary(
            list.header.submissions.map { ($0.region, $0.version) }, uniquingKeysWith: { first, _ in first })
        for (position, deviation) in told.sorted(by: { $0.position < $1.position }) {
            let line = list.careServices[position]
            let evidence = versions[line.region].map {
                ListFinding.Evidence.record(version: $0, origin: line.service.origin)
            }
            findings.append(
                finding(.line(line.id, .careService(line.key)), evidence ?? .none, .deviation(deviation)))
        }
    }
}
