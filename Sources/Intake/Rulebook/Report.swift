import Federation
import Registry

/// Collects findings; keeps them from being told of a wrong file, and from being told twice of one value.
struct Report {
    private(set) var findings = FindingsReport()
    /// Whether any finding so far forbids acceptance, whatever a person decides.
    private(set) var hasError = false
    /// How many findings were added, those among them that were told already.
    private(set) var count = 0
    private let catalogue: FindingCatalogue
    /// For each code the finding that was told last.
    private var last: [String: Finding] = [:]

    init(_ catalogue: FindingCatalogue) { self.catalogue = catalogue }

    /// Adds a finding. Records inherit values, such as the hospital that they stand under: what is wrong with such a
    /// value is told once, not for each record.
    mutating func add(_ finding: Finding) {
        count += 1
        guard finding.place == nil || last[finding.code] != finding else { return }
        last[finding.code] = finding
        findings.add(finding)
        let entry = catalogue[finding.code]
        if entry.severity == .error, !entry.holds { hasError = true }
    }

    /// Takes back warnings whose common cause is told instead.
    mutating func forget(_ codes: Set<String>) {
        findings.keepOnly(Set(findings.totals.keys).subtracting(codes))
    }

    /// The verdict: held where an error asks for a person, else refused where there is any error, else held where a
    /// warning asks for a person, else accepted. Where the file is the wrong one, only that is told.
    mutating func close() -> Verdict {
        let wrongFile = Set(findings.totals.keys.filter { catalogue[$0].isWrongFile })
        if !wrongFile.isEmpty { findings.keepOnly(wrongFile) }
        let entries = findings.totals.keys.map { catalogue[$0] }
        if entries.contains(where: { $0.holds && $0.severity == .error }) { return .held }
        if entries.contains(where: { $0.severity == .error }) { return .refused }
        return entries.contains(where: \.holds) ? .held : .accepted
    }
}
