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
        note(catalogue[finding.code])
    }

    private mutating func note(_ entry: FindingCatalogue.Entry) {
        if entry.severity == .error, !entry.holds { hasError = true }
    }

    /// Adds findings of one code that waited; of those that have no sample only the number is known.
    mutating func add(_ waiting: WaitingFindings) {
        guard let code = waiting.samples.first?.code else { return }
        count += waiting.total
        findings = findings.adding(waiting)
        note(catalogue[code])
    }

    /// Takes back warnings whose common cause is told instead.
    mutating func forget(_ codes: Set<String>) {
        findings.keepOnly(Set(findings.totals.keys).subtracting(codes))
    }

    /// The verdict: held where an error asks for a person, else refused where there is any error, else held where a
    /// warning asks for a person, else accepted. Where the file is the wrong one, only that is told, and that it
    /// names a person or could not be looked into: its bytes are not handed out then.
    mutating func close() -> Verdict {
        let wrongFile = Set(findings.totals.keys.filter { catalogue[$0].isWrongFile })
        if !wrongFile.isEmpty { findings.keepOnly(wrongFile.union([PersonalNumberScanner.code, "looks-like"])) }
        // In a packed or binary file every run of digits is chance, and nobody reads its bytes.
        if hasNumbersOnlyInBinaries { forget([PersonalNumberScanner.code]) }
        let entries = findings.totals.keys.map { catalogue[$0] }
        if entries.contains(where: { $0.holds && $0.severity == .error }) { return .held }
        if entries.contains(where: { $0.severity == .error }) { return .refused }
        return entries.contains(where: \.holds) ? .held : .accepted
    }

    /// Whether every number that looks like a person's stands in a part that is no text.
    private var hasNumbersOnlyInBinaries: Bool {
        let binaries = findings.samples.filter {
            $0.code == "looks-like" && ["pdf", "zip", "gzip"].contains($0.arguments["what"])
        }.compactMap(\.place?.part)
        let numbers = findings.samples.filter { $0.code == PersonalNumberScanner.code }
        return !numbers.isEmpty && numbers.count == findings.totals[PersonalNumberScanner.code]
            && numbers.allSatisfy { number in number.place.map { binaries.contains($0.part) } ?? false }
    }
}
