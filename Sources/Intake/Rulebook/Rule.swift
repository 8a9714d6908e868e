import Federation
import Registry

/// One rule of the rulebook: one file, one finding code. A rule keeps what it must remember between records.
protocol Rule {
    /// The code of its findings, as in `Contracts/findings.json`.
    static var code: String { get }
    /// The feeds that it looks at.
    static var feeds: Set<FeedKind> { get }

    init(_ context: RuleContext)
    /// Looks at one record.
    mutating func inspect(_ record: Record, _ report: inout Report)
    /// Looks at the whole, when every part has been read.
    mutating func finish(_ header: Header, _ report: inout Report)
}

extension Rule {
    static var feeds: Set<FeedKind> { [.priceList] }
    mutating func inspect(_ record: Record, _ report: inout Report) {}
    mutating func finish(_ header: Header, _ report: inout Report) {}

    /// A finding of this rule on a field of a record.
    func finding(on record: Record, _ field: FieldName, _ arguments: [String: String] = [:]) -> Finding {
        var named = arguments
        named["field"] = field.rawValue
        return Finding(Self.code, named, at: record.place(of: field), sample: record[field]?.raw)
    }
}

/// Collects findings; keeps them from being told of a wrong file.
struct Report {
    private(set) var findings = FindingsReport()
    /// Whether any finding so far forbids acceptance.
    private(set) var hasError = false
    /// How many findings were added.
    private(set) var count = 0
    private let catalogue: FindingCatalogue

    init(_ catalogue: FindingCatalogue) { self.catalogue = catalogue }

    /// Adds a finding.
    mutating func add(_ finding: Finding) {
        findings.add(finding)
        count += 1
        if catalogue[finding.code].severity == .error { hasError = true }
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
