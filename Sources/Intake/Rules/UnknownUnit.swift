import Federation
import Registry

/// A care unit that its hospital does not have. Units decide exceptions, so none may be guessed.
struct UnknownUnit: Rule {
    static let code = "unknown-unit"

    private let hospitals: [String: Hospital]
    private let units: [String: Set<String>]

    init(_ context: RuleContext) {
        hospitals = Dictionary(context.region.hospitals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        units = hospitals.mapValues { Set($0.units.map(\.id)) }
    }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        // Where the hospital is not known, only that is told.
        guard let given = record.given(.unit), let provider = record.given(.provider)?.value,
            let known = units[provider]
        else { return }
        if let id = given.value, known.contains(id) { return }
        report.add(finding(on: record, .unit, ["hospital": hospitals[provider]?.name ?? provider]))
    }
}
