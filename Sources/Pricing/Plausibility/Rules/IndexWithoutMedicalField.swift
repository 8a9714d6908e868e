import Federation

/// A price is raised by an index although another one, decided for some medical fields, may hold: the line does not say
/// which field it is of.
struct IndexWithoutMedicalField: ListRule {
    static let code = "index-without-medical-field"

    init(_ context: ListContext) {}

    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        guard let indexation = list.header.model.indexation,
            indexation.others.contains(where: { !$0.medicalFieldCodes.isEmpty })
        else { return }
        for line in list.careServices where line.basis != .delivered {
            let others = indexation.possible(for: line.service, of: line.region)
            guard !others.isEmpty else { continue }
            let used = indexation.applied(to: line.service, of: line.region)
            findings.append(
                finding(
                    .line(line.id, .careService(line.key)), list.recordEvidence(line.region, line.service.origin),
                    .unfielded(used, others: others)))
        }
    }
}
