import Federation
import Registry

/// A medical field (MVO) that the region's description does not give the unit: the wrong code, or a unit described
/// wrongly. Invoices are sorted by it.
struct MedicalFieldCodeNotOfUnit: Rule {
    static let code = "medical-field-code-not-of-unit"

    private let hospitals: [Hospital]
    /// The unit that was looked up last; lines of one unit stand together.
    private var last: (provider: String, id: String, unit: CareUnit)?

    init(_ context: RuleContext) { hospitals = context.region.hospitals }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard let code = record.text(.medicalFieldCode), let provider = record.text(.provider),
            let id = record.text(.unit), let unit = unit(provider, id), !unit.medicalFieldCodes.isEmpty,
            code.utf8.count == 3, !unit.medicalFieldCodes.contains(code)
        else { return }
        let known = unit.medicalFieldCodes.joined(separator: ", ")
        report.add(finding(on: record, .medicalFieldCode, ["unit": unit.name, "known": known]))
    }

    private mutating func unit(_ provider: String, _ id: String) -> CareUnit? {
        if let last, last.id == id, last.provider == provider { return last.unit }
        let hospital = hospitals.first { $0.id == provider }
        guard let unit = hospital?.units.first(where: { $0.id == id }) else { return nil }
        last = (provider, id, unit)
        return unit
    }
}
