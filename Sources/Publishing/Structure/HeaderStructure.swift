import Federation
import Pricing

extension PriceModel {
    func write<Sink: DocumentSink>(to sink: inout Sink, fingerprint: Fingerprint) {
        if !exceptions.isEmpty {
            sink.records("exceptions", item: "exceptionRule", exceptions) { $1.write(to: &$0) }
        }
        sink.text("fingerprint", fingerprint.hex)
        if !fixedPrices.isEmpty {
            sink.records("fixedPrices", item: "fixedPriceRule", fixedPrices) { $1.write(to: &$0) }
        }
        if let indexation { sink.record("indexation") { indexation.write(to: &$0) } }
        if let outliers { sink.record("outliers") { outliers.write(to: &$0) } }
        if let plausibility { sink.record("plausibility") { plausibility.write(to: &$0) } }
        sink.records("pointPrices", item: "pointPriceRule", pointPrices) { $1.write(to: &$0) }
        sink.text("priceDate", priceDate?.rawValue)
        sink.text("priceListCode", priceListCode)
        sink.text("purpose", purpose.rawValue)
        sink.record("rounding") { sink in
            sink.text("at", rounding.at.rawValue)
            sink.text("id", rounding.id)
            sink.text("mode", rounding.mode.rawValue)
            sink.text("unit", rounding.unit.rawValue)
        }
        if let surcharges { sink.record("surcharges") { surcharges.write(to: &$0) } }
        if let timetable { sink.record("timetable") { timetable.write(to: &$0) } }
        sink.text("typeOfAgreement", typeOfAgreement?.rawValue)
        sink.text("validFrom", validFrom.description)
        sink.text("validTo", validTo.description)
        sink.records("weightLists", item: "weightListFile", weightLists) { $1.write(to: &$0) }
    }
}

extension Timetable {
    fileprivate func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.text("decision", decision.description)
        sink.text("submissionsClose", submissionsClose.description)
        sink.text("submissionsOpen", submissionsOpen.description)
        sink.text("weightsDue", weightsDue.description)
    }
}

extension WeightListReference {
    fileprivate func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.text("file", file)
        sink.text("id", id)
        sink.text("kind", kind.rawValue)
        sink.text("sha256", sha256.hex)
        sink.flag("synthetic", synthetic)
    }
}

extension PreviousEdition {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.text("basis", basis.rawValue)
        sink.record("decision") { sink in
            sink.text("date", decision.day.description)
            sink.text("reference", decision.reference)
        }
        sink.number("number", number)
        sink.number("year", year.number)
    }
}

extension UsedSubmission {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.flag("lastGood", isLastGood)
        sink.text("region", region.text)
        sink.text("version", version.hex)
    }
}

extension Region {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.text("countyCode", countyCode)
        sink.records("hospitals", item: "hospital", hospitals) { sink, hospital in
            sink.text("hsaId", hospital.hsaID)
            sink.text("id", hospital.id)
            sink.text("name", hospital.name)
            sink.records("units", item: "unit", hospital.units) { sink, unit in
                sink.text("id", unit.id)
                sink.text("name", unit.name)
            }
        }
        sink.text("name", name)
        sink.text("organisationNumber", organisationNumber.digits)
        sink.text("slug", slug.text)
    }
}
