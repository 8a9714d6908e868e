import Federation
import Registry

/// Which columns of the layout were ever seen, to know a layout that has changed since it was described.
struct LayoutCoverage {
    private let mapping: Mapping
    private var seen: [[Bool]]
    private var counts: [Int]

    init(_ mapping: Mapping) {
        self.mapping = mapping
        seen = mapping.records.map { Array(repeating: false, count: $0.fields.count) }
        counts = Array(repeating: 0, count: mapping.records.count)
    }

    /// Notes which fields a record has.
    mutating func saw(_ raw: RawRecord) {
        counts[raw.rule] += 1
        for (field, value) in raw.values.enumerated() where value != nil { seen[raw.rule][field] = true }
    }

    /// What has changed, and the paths without rule that are told with it:
    /// - a column that a delivery must have, or usually has, is in no record and an unknown one stands beside where it
    ///   would be: it was renamed;
    /// - a column that the region usually delivers is in no record, and nothing is new: it is gone;
    /// - an unknown column is in at least half of the records and takes the place of none: it is new.
    /// A required column that is gone without another is on every line a finding of its own.
    func changes(_ unmapped: UnmappedContent) -> (findings: [Finding], paths: Set<String>) {
        var findings: [Finding] = []
        var paths: Set<String> = []
        for (index, rule) in mapping.records.enumerated() where counts[index] > 0 {
            for (position, field) in rule.fields.enumerated() where !seen[index][position] {
                guard let parent = rule.parent(of: field) else { continue }
                let isRequired = Contract.fields(of: rule.kind).required.contains(field.field)
                guard isRequired || field.isUsual else { continue }
                let strange = unmapped.columns(below: parent)
                paths.formUnion(strange.map(\.path))
                if let change = change(of: field, to: strange) { findings.append(change) }
            }
        }
        for column in newColumns(unmapped) where !paths.contains(column.path) {
            findings.append(
                Finding("new-column", ["path": column.path, "count": String(column.count)], at: column.first))
            paths.insert(column.path)
        }
        return (findings, paths)
    }

    private func change(of field: FieldRule, to strange: [(path: String, count: Int, first: Place)]) -> Finding? {
        let arguments = field.arguments
        if let first = strange.first {
            let names = strange.map(\.path).joined(separator: ", ")
            return Finding("layout-drift", arguments.merging(["path": names]) { $1 }, at: first.first)
        }
        return field.isUsual ? Finding("column-gone", arguments) : nil
    }

    private func newColumns(_ unmapped: UnmappedContent) -> [(path: String, count: Int, first: Place)] {
        let places = Set(mapping.records.map(\.place)).sorted { $0.precedes($1) }
        return places.flatMap { place in
            let records = zip(mapping.records, counts).reduce(0) { $0 + ($1.0.place == place ? $1.1 : 0) }
            return unmapped.columns(below: place).filter { $0.count * 2 >= records }
        }
    }
}

extension RecordRule {
    /// The path of the rule's records, in the words of the mapping language.
    fileprivate var place: String { Self.text(at.steps) }

    /// The path that a field's column stands right below; nil where it has no column.
    fileprivate func parent(of field: FieldRule) -> String? {
        guard case .path(let path) = field.source, !path.steps.isEmpty else { return nil }
        return Self.text(at.steps.dropLast(path.ups) + path.steps.dropLast())
    }

    private static func text(_ steps: some Sequence<MappingPath.Step>) -> String {
        steps.map { "/" + $0.word }.joined()
    }
}
