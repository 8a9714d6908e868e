import Federation
import Pricing

extension Indexation {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.text("appliesTo", appliesTo.rawValue)
        sink.text("date", base.date?.description)
        sink.text("name", base.name)
        if !others.isEmpty { sink.records("others", item: "indexRule", others) { $1.write(to: &$0) } }
        sink.text("percent", base.percent.text)
        sink.text("source", base.source)
    }
}

extension DecidedIndex {
    fileprivate func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.text("date", index.date?.description)
        sink.text("id", id)
        if !medicalFieldCodes.isEmpty { sink.words("medicalFieldCodes", medicalFieldCodes.map(\.description)) }
        sink.text("name", index.name)
        providers.write(to: &sink)
        sink.text("percent", index.percent.text)
        sink.text("source", index.source)
        sink.text("typeOfCare", typeOfCare?.rawValue)
    }
}

extension OutlierRule {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        if case .perDay(let amount) = payment { sink.amount("amount", amount) }
        sink.flag("costLimit", costLimit)
        sink.text("rule", payment == .careServices ? "careServices" : "perDay")
    }
}

extension SurchargeRule {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.flag("allowed", self != .forbidden)
        guard case .allowed(let least, let beside) = self else { return }
        sink.text("beside", beside.rawValue)
        if let least { sink.amount("leastAmount", least) }
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
        named.write(to: &sink)
        sink.text("providers", word ?? "named")
    }
}

extension [ProviderReference] {
    /// The member `namedProviders`; nothing where none is named.
    fileprivate func write<Sink: DocumentSink>(to sink: inout Sink) {
        guard !isEmpty else { return }
        sink.records("namedProviders", item: "namedProvider", self) { sink, provider in
            sink.text("provider", provider.provider)
            sink.text("region", provider.region.text)
        }
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
