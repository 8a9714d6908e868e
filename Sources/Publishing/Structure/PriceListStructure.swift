import Federation
import Pricing

/// The shape `price-list-1`: which members the written list has, told once for JSON and XML. Members come in the order
/// of their names, since canonical JSON demands it.
struct PriceListStructure {
    let document: PriceListDocument

    private var list: PriceList { document.list }

    func write<Sink: DocumentSink>(to sink: inout Sink) {
        let codes = ContractCodes(list.header.model, regions: document.regions)
        sink.records("applicability", item: "place", list.applicability) { $1.write(to: &$0, codes: codes) }
        sink.records("careServices", item: "careService", list.careServices) { $1.write(to: &$0, codes: codes) }
        sink.records("completeness", item: "regionCompleteness", list.completeness) { $1.write(to: &$0) }
        sink.text("currency", list.header.currency)
        sink.records("drg", item: "drgPrice", list.drg) { $1.write(to: &$0, codes: codes) }
        sink.records("drgFixedPrices", item: "drgFixedPrice", list.drgFixedPrices) { $1.write(to: &$0, codes: codes) }
        sink.text("format", "price-list-1")
        sink.words("marks", list.header.marks.map(\.rawValue))
        sink.records("missing", item: "missingItem", list.missing) { $1.write(to: &$0) }
        sink.record("model") { list.header.model.write(to: &$0, fingerprint: list.header.modelFingerprint) }
        if let previous = list.header.previous { sink.record("previous") { previous.write(to: &$0) } }
        sink.records("regions", item: "region", document.owingRegions) { $1.write(to: &$0) }
        sink.records("submissions", item: "submission", list.header.submissions) { $1.write(to: &$0) }
        sink.records("surcharges", item: "surcharge", list.surcharges) { $1.write(to: &$0, codes: codes) }
        sink.number("year", list.header.model.year.number)
    }
}

extension PriceListDocument {
    /// The regions that owe a delivery to this list; none for a reference table.
    var owingRegions: [Region] {
        let owing = Set(list.completeness.map(\.region))
        return regions.filter { owing.contains($0.slug) }
    }
}

extension DocumentSink {
    /// An amount in its wire form; nothing for nil.
    mutating func amount(_ name: String, _ value: Amount?) { text(name, value?.wire) }

    /// A set of kinds of care as a list of codes.
    mutating func types(_ name: String, _ value: TypesOfCare) { words(name, value.ordered.map(\.rawValue)) }

    /// Where a record stands in its version; nothing for nil.
    mutating func origin(_ origin: RecordOrigin?) {
        guard let origin else { return }
        record("origin") { sink in
            sink.number("column", Int(origin.column))
            sink.number("length", Int(origin.length))
            sink.number("line", Int(origin.line))
            sink.number("offset", Int(origin.offset))
            sink.number("part", Int(origin.part))
        }
    }
}
