import Federation
import Pricing
import Reading
import Registry

/// One field of a record: what was delivered, and what it means.
struct FieldValue {
    /// The text as delivered, or the constant of the mapping.
    let raw: String
    /// The canonical text; nil where a conversion or a table could not read the delivered one.
    let value: String?
    let start: Spot
    let end: Int
    /// Whether it is of another JSON type than the contract says, or an object or array where a value should be.
    var isWrongType = false

    /// Whether the delivered text has nothing but blanks.
    var isBlank: Bool { raw.isAllBlank }
}

/// A record in the canonical form, on its way through the rules.
struct Record {
    let kind: RecordKind
    let layout: RecordLayout
    let values: [FieldValue?]
    let start: Spot
    let end: Int
    /// The id of the line that the record is about; nil where its key is not whole or the kind has none.
    let lineID: LineID?
    /// Can still say where the record stands; valid only while the record is inspected.
    unowned let decoder: FeedDecoder

    /// The field as delivered; nil where the delivery does not have it.
    subscript(_ field: FieldName) -> FieldValue? { layout.position(of: field).flatMap { values[$0] } }

    /// The field as delivered, for the rule that judges its value; nil also where it is of the wrong type, or empty and
    /// required: other rules tell that.
    func given(_ field: FieldName) -> FieldValue? {
        guard let position = layout.position(of: field), let value = values[position], !value.isWrongType else {
            return nil
        }
        return value.isBlank && layout.mustBeFilled(position) ? nil : value
    }

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
    var origin: RecordOrigin { RecordOrigin(start: start, end: end, part: decoder.part) }
}
