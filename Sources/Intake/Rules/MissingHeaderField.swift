import Federation
import Registry

/// A field that the header must have is not there, or is empty.
struct MissingHeaderField: Rule {
    static let code = "missing-header-field"
    static let feeds = Set(FeedKind.allCases)

    private let kind: FeedKind

    init(_ context: RuleContext) { kind = context.kind }

    mutating func finish(_ header: Header, _ report: inout Report) {
        for field in Contract.requiredHeader(of: kind) where isMissing(header[field]?.field) {
            report.add(finding(on: header, field))
        }
        // The contact need not be told, but then it is left out.
        if let contact = header[.contact]?.field, isMissing(contact) { report.add(finding(on: header, .contact)) }
    }

    private func isMissing(_ field: FieldValue?) -> Bool {
        guard let field else { return true }
        return !field.isWrongType && field.raw.trimmedBlanks.isEmpty
    }
}
