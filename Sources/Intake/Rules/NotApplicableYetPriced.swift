import Federation
import Pricing
import Registry

/// Prices of what the region states as not applicable: a whole hospital, or a line. Told once for each statement, at its
/// reason.
struct NotApplicableYetPriced: Rule {
    static let code = "not-applicable-yet-priced"

    private let hospitals: [Hospital]
    /// The first statement on each hospital.
    private var closed: [String: Finding] = [:]
    /// The first price at each hospital, and how many there are.
    private var firstPrices = FirstPlaces<String>()
    private var priceCounts: [String: Int] = [:]
    /// Where each care service is priced, by the digits of its line id.
    private var priced = FirstPlaces<UInt64>()
    /// The reasons for lines of which no price has come yet. Their paths are not kept: there may be many.
    private var stated: [UInt64: RecordOrigin] = [:]

    init(_ context: RuleContext) { hospitals = context.region.hospitals }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        switch record.kind {
        case .careService, .drgTariff, .drgFixedPrice, .surcharge: take(price: record, &report)
        case .notApplicable: take(statement: record, &report)
        default: return
        }
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        for hospital in hospitals {
            guard let statement = closed[hospital.id], let first = firstPrices[hospital.id] else { continue }
            let prices = first.merging(["count": String(priceCounts[hospital.id] ?? 0)]) { own, _ in own }
            let arguments = statement.arguments.merging(prices) { own, _ in own }
            report.add(Finding(Self.code, arguments, at: statement.place, sample: statement.sample))
        }
    }

    private mutating func take(price record: Record, _ report: inout Report) {
        guard let hospital = hospital(of: record) else { return }
        firstPrices.add(hospital.id, record)
        priceCounts[hospital.id, default: 0] += 1
        guard record.kind == .careService, let line = line(of: record) else { return }
        priced.add(line, record)
        guard let reason = stated.removeValue(forKey: line), let first = priced[line] else { return }
        let arguments = ["field": FieldName.reason.rawValue, "name": name(of: record, hospital), "count": "1"]
        report.add(Finding(Self.code, arguments.merging(first) { own, _ in own }, at: Place(reason)))
    }

    private mutating func take(statement record: Record, _ report: inout Report) {
        guard let hospital = hospital(of: record), let reason = record.given(.reason) else { return }
        if record.text(.what) == "hospital" {
            guard closed[hospital.id] == nil else { return }
            closed[hospital.id] = finding(on: record, .reason, ["name": hospital.name])
        } else if let line = line(of: record) {
            guard let first = priced[line] else {
                stated[line] = RecordOrigin(start: reason.start, end: reason.end, part: record.decoder.part)
                return
            }
            let arguments = ["name": name(of: record, hospital), "count": "1"]
            report.add(finding(on: record, .reason, arguments.merging(first) { own, _ in own }))
        }
    }

    /// The hospital that a record is about; nil where it is none of the region's.
    private func hospital(of record: Record) -> Hospital? {
        record.given(.provider)?.value.flatMap { id in hospitals.first { $0.id == id } }
    }

    /// The digits of the id of a care service that can be named; nil where its code is another rule's business.
    private func line(of record: Record) -> UInt64? {
        record.text(.code).flatMap { CodeMalformed.isWellFormed($0) ? record.lineID?.digits : nil }
    }

    private func name(of line: Record, _ hospital: Hospital) -> String {
        let unit = hospital.units.first { $0.id == line.text(.unit) }?.name
        return [hospital.name, unit, line.text(.code)].compactMap(\.self).joined(separator: ", ")
    }
}

extension Place {
    /// The place of an origin; its path is not known any more.
    fileprivate init(_ origin: RecordOrigin) {
        let start = Int(origin.offset)
        self.init(
            part: Int(origin.part), bytes: start..<start + Int(origin.length), line: Int(origin.line),
            column: Int(origin.column), path: "")
    }
}
