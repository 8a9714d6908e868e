import Federation
import Pricing

extension OutlierRule {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        if case .perDay(let amount) = payment { sink.amount("amount", amount) }
        sink.flag("costLimit", costLimit)
        sink.text("rule", payment == .careServices ? "careServices" : "perDay")
    }
}

extension PointPrice {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.amount("amount", amount)
        sink.text("id", id)
        providers.write(to: &sink)
        sink.types("typesOfCare", typesOfCare)
        sink.text("weightList", weightList)
    }
}

extension ProviderScope {
    /// The members `namedProviders` and `providers`.
    fileprivate func write<Sink: DocumentSink>(to sink: inout Sink) {
        if !named.isEmpty {
            sink.records("namedProviders", item: "namedProvider", named) { sink, provider in
                sink.text("provider", provider.provider)
                sink.text("region", provider.region.text)
            }
        }
        sink.text("providers", word ?? "named")
    }
}

extension DecidedException {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.text("provider", provider.provider)
        sink.text("reason", reason)
        sink.text("region", provider.region.text)
        sink.types("typesOfCare", typesOfCare)
        sink.text("unit", unit)
    }
}

extension DecidedFixedPrice {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.amount("amount", amount)
        sink.text("drg", drg)
        providers.write(to: &sink)
        sink.text("reason", reason)
        sink.text("typeOfCare", typeOfCare.rawValue)
    }
}

extension Plausibility {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.text("changePercent", changePercent.text)
        if let deviation {
            sink.record("deviation") { sink in
                sink.text("factor", deviation.factor.text)
                sink.number("leastRegions", deviation.leastRegions)
                sink.text("zeroDistancePercent", deviation.zeroDistancePercent.text)
            }
        }
        if let slip {
            sink.record("slip") { sink in
                sink.number("timesLess", slip.timesLess)
                sink.number("timesMore", slip.timesMore)
            }
        }
        if !suspiciousAmounts.isEmpty { sink.words("suspiciousAmounts", suspiciousAmounts.map(\.wire)) }
    }
}
