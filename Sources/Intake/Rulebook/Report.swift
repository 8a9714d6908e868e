import Federation
import Registry

/// Collects findings; keeps them from being told of a wrong file, and from being told twice of one value.
struct Report {
    private(set) var findings = FindingsReport()
    /// Whether any finding so far forbids acceptance.
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
        if catalogue[finding.code].severity == .error { hasError = true }
    }

    /// Takes back warnings whose common cause is told instead.
    mutating func forget(_ codes: Set<String>) {
        findings.keepOnly(Set(findings.totals.keys).subtracting(codes))
    }

    /// The verdict: held where a code asks for a person, else refused where any is an error, else accepted.
    /// Where the file is the wrong one, only that is told.
    mutating func close() -> Verdict {
        let wrongFile = Set(findings.totals.keys.filter { catalogue[$0].isWrongFile })
        if !wrongFile.isEmpty { findings.keepOnly(wrongFile) }
        let codes = findings.totals.keys
        if codes.contains(where: { catalogue[$0].holds }) { return .held }
        return codes.contains { catalogue[$0].severity == .error } ? .refused : .accepted
    }
}
