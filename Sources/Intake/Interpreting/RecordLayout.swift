import Registry

/// A record rule with quick ways from a field to its position, and from a position to what is asked of it.
struct RecordLayout {
    let rule: RecordRule
    /// The fields that the contract requires of such a record.
    let required: [FieldName]
    /// The fields that hold free text for people.
    let texts: [FieldName]
    /// Those of them that may be left out.
    let optionalTexts: [FieldName]
    private let positions: [Int8]
    private let filled: [Bool]

    /// The layout of a rule; its fields are at most 40.
    init(_ rule: RecordRule) {
        self.rule = rule
        let required = Contract.fields(of: rule.kind).required
        self.required = required
        texts = rule.fields.map(\.field).filter { $0.isFreeText(in: rule.kind) }
        optionalTexts = texts.filter { !required.contains($0) }
        let mustBeFilled = Set(required + texts)
        filled = rule.fields.map { mustBeFilled.contains($0.field) }
        var positions = [Int8](repeating: -1, count: FieldName.allCases.count)
        for (position, field) in rule.fields.enumerated() { positions[field.field.order] = Int8(clamping: position) }
        self.positions = positions
    }

    /// Where the field stands among the rule's fields; nil where the layout does not know it.
    func position(of field: FieldName) -> Int? {
        let position = positions[field.order]
        return position < 0 ? nil : Int(position)
    }

    /// Whether `missing-field` tells it where that field is empty.
    func mustBeFilled(_ position: Int) -> Bool { filled[position] }
}

extension FieldName {
    /// The number of the field in the list of all: an enumeration without values is one byte that counts its cases.
    /// Fields are looked up a hundred times for each record, so this must be no search.
    var order: Int { withUnsafeBytes(of: self) { Int($0[0]) } }

    /// Whether the field is text for people; a `unit` is a care unit in prices and plain words in effect measures.
    fileprivate func isFreeText(in kind: RecordKind) -> Bool {
        switch self {
        case .text, .reason, .evidence, .comment, .name, .target, .title: true
        case .unit: kind == .effectMeasure
        default: false
        }
    }
}
