import Federation
import Registry

/// One rule of the rulebook: one file, one finding code. A rule keeps what it must remember between records.
protocol Rule: SendableMetatype {
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
        named["column"] = record.rule(of: field)?.column
        return Finding(Self.code, named, at: record.place(of: field), sample: record[field]?.raw)
    }

    /// A finding of this rule on a field of the header.
    func finding(on header: Header, _ field: FieldName, _ arguments: [String: String] = [:]) -> Finding {
        var named = arguments
        named["field"] = field.rawValue
        named["column"] = header.rule(of: field)?.column
        return Finding(Self.code, named, at: header[field]?.place, sample: header[field]?.field.raw)
    }
}
