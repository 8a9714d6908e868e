import Federation
import Pricing

extension MissingItem {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.text("careLevel", careLevel?.rawValue)
        sink.text("code", code)
        sink.amount("lastAmount", lastAmount)
        sink.text("line", line?.description)
        sink.origin(origin)
        sink.text("provider", provider)
        sink.text("reason", reason.rawValue)
        sink.text("region", region?.text)
        sink.text("text", text)
        sink.text("typeOfCare", typeOfCare?.rawValue)
        sink.text("unit", unit)
        sink.text("version", version?.hex)
        sink.text("weightList", weightList)
        sink.number("weightListLine", weightListLine)
    }
}

extension RegionCompleteness {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        sink.number("hospitalsAnswered", hospitalsAnswered)
        sink.number("hospitalsOwed", hospitalsOwed)
        sink.number("linesAgain", linesAgain)
        sink.number("linesNotApplicable", linesNotApplicable)
        sink.number("linesOwed", linesOwed)
        sink.number("linesPriced", linesPriced)
        sink.number("linesWithoutPrice", linesWithoutPrice)
        sink.records("notApplicable", item: "statement", notApplicable) { $1.write(to: &$0) }
        sink.text("region", region.text)
        sink.text("state", state.code)
        sink.flag("usesLastGood", usesLastGood)
        sink.text("version", state.version?.hex)
    }
}

extension DeliveryState {
    /// The state as a code.
    var code: String {
        switch self {
        case .accepted: "accepted"
        case .fetchFailed: "fetch-failed"
        case .notDelivered: "not-delivered"
        case .held: "held"
        case .refused: "refused"
        }
    }

    /// The version that the state is about.
    var version: Fingerprint? {
        switch self {
        case .accepted(let version), .held(let version), .refused(let version): version
        case .fetchFailed, .notDelivered: nil
        }
    }
}

extension NotApplicable {
    func write<Sink: DocumentSink>(to sink: inout Sink) {
        switch subject {
        case .hospital:
            sink.origin(origin)
            sink.text("provider", provider)
            sink.text("reason", reason)
            sink.text("what", "hospital")
        case .line(let unit, let code, let typeOfCare, let careLevel):
            sink.text("careLevel", careLevel.rawValue)
            sink.text("code", code)
            sink.origin(origin)
            sink.text("provider", provider)
            sink.text("reason", reason)
            sink.text("typeOfCare", typeOfCare.rawValue)
            sink.text("unit", unit)
            sink.text("what", "line")
        }
    }
}
