import Federation
import Registry

/// A hospital that the region's description does not have.
struct UnknownProvider: Rule {
    static let code = "unknown-provider"

    private let hospitals: Set<String>
    private let known: String

    init(_ context: RuleContext) {
        hospitals = Set(context.region.hospitals.map(\.id))
        known = context.region.hospitals.map(\.name).joined(separator: ", ")
    }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let given = record.given(.provider) else { return }
        if let id = given.value, hospitals.contains(id) { return }
        report.add(finding(on: record, .provider, ["known": known]))
    }
}
