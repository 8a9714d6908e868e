import Federation
import Reading
import Registry

/// One field of a record: what was delivered, and what it means.
struct FieldValue {
    /// The text as delivered, or the constant of the mapping.
    let raw: String
    /// The canonical text; nil where a conversion or a table could not read the delivered one.
    let value: String?
    let kind: Scalar.Kind
    let start: Spot
    let end: Int
}

/// A record in the canonical form, on its way through the rules.
struct Record {
    let kind: RecordKind
    let layout: RecordLayout
    let values: [FieldValue?]
    let start: Spot
    let end: Int
    /// Can still say where the record stands; valid only while the record is inspected.
    unowned let decoder: FeedDecoder

    /// The field as delivered; nil where the delivery does not have it.
    subscript(_ field: FieldName) -> FieldValue? { layout.position(of: field).flatMap { values[$0] } }

    /// The canonical text of a field; nil where it is absent or could not be read.
    func text(_ field: FieldName) -> String? { self[field]?.value }

    /// The amount; nil where it is absent or no amount of at most two decimals.
    var amount: Amount? { text(.amount).flatMap { Amount(wire: $0) } }

    /// The place of the whole record.
    var place: Place { decoder.place(start, end) }

    /// The place of a field; that of the record where the field is absent.
    func place(of field: FieldName) -> Place {
        guard let position = layout.position(of: field), let value = values[position] else { return place }
        guard case .path(let path) = layout.rule.fields[position].source else { return place }
        return decoder.place(value.start, value.end, path: decoder.path(to: path))
    }

    /// The compact origin of the record.
    var origin: RecordOrigin {
        RecordOrigin(
            part: UInt16(clamping: decoder.part), line: UInt32(clamping: start.line),
            column: UInt32(clamping: start.column), offset: Int64(start.offset),
            length: UInt32(clamping: end - start.offset))
    }
}

/// A record rule with a quick way from a field to its position.
struct RecordLayout {
    let rule: RecordRule
    private let positions: [Int8]

    /// The layout of a rule; its fields are at most 40.
    init(_ rule: RecordRule) {
        self.rule = rule
        var positions = [Int8](repeating: -1, count: FieldName.allCases.count)
        for (position, field) in rule.fields.enumerated() { positions[field.field.order] = Int8(clamping: position) }
        self.positions = positions
    }

    /// Where the field stands among the rule's fields; nil where the layout does not know it.
    func position(of field: FieldName) -> Int? {
        let position = positions[field.order]
        return position < 0 ? nil : Int(position)
    }
}

extension FieldName {
    private static let orders = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
    /// The number of the field in the list of all.
    var order: Int { FieldName.orders[self] ?? 0 }
}
