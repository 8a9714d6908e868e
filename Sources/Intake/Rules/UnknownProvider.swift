import Federation
import Registry

/// A hospital that the region's description does not have.
struct UnknownProvider: Rule {
    static let code = "unknown-provider"

    private let hospitals: [Hospital]
    private let ids: Set<String>

    init(_ context: RuleContext) {
        hospitals = context.region.hospitals
        ids = Set(hospitals.map(\.id))
    }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.provider) else { return }
        if let id = given.value, ids.contains(id) { return }
        let known = record.words(of: .provider, for: hospitals.map(\.id), labels: hospitals.map(\.name))
        report.add(finding(on: record, .provider, ["known": known]))
    }
}
