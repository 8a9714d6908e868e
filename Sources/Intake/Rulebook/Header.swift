import Federation
import Registry

/// The header of a delivery as it was read, and what was counted on the way.
struct Header {
    /// A header field with its place.
    struct Value {
        let field: FieldValue
        let place: Place
    }

    private(set) var values: [FieldName: Value] = [:]
    /// Records read, by kind, faulty ones too.
    private(set) var records: [RecordKind: Int] = [:]
    /// The hospitals that a price, a tariff or a statement was read of, faulty ones too.
    private(set) var hospitals: Set<String> = []
    /// Whether the delivery has the contract's own form rather than a layout of the region's.
    let isContract: Bool
    private let rules: [FieldRule]

    init(_ mapping: Mapping, isContract: Bool) {
        rules = mapping.header
        self.isContract = isContract
    }

    /// The rule of a header field; nil where the layout does not know it.
    func rule(of field: FieldName) -> FieldRule? { rules.first { $0.field == field } }

    /// The header field; nil where the delivery does not have it.
    subscript(_ field: FieldName) -> Value? { values[field] }

    /// The header field, where it is neither empty nor of the wrong type.
    func given(_ field: FieldName) -> FieldValue? {
        values[field].flatMap { $0.field.isWrongType || $0.field.isBlank ? nil : $0.field }
    }

    /// The canonical text of a header field; nil where it is absent or could not be read.
    func text(_ field: FieldName) -> String? { values[field]?.field.value }

    /// When the delivery was made; nil where that is absent or no time. The contract asks for a moment.
    var created: Instant? {
        given(.created)?.value.flatMap { isContract ? Instant($0) : Instant(delivered: $0) }
    }

    /// Keeps a header value; the first one counts.
    mutating func keep(_ field: FieldName, _ value: Value) { if values[field] == nil { values[field] = value } }

    /// Counts a record, and notes whose it is.
    mutating func count(_ record: Record) {
        records[record.kind, default: 0] += 1
        guard [.careService, .drgTariff, .notApplicable].contains(record.kind) else { return }
        if let hospital = record.text(.provider), !hospitals.contains(hospital) { hospitals.insert(hospital) }
    }

    /// How many records of all kinds were read.
    var recordCount: Int { records.values.reduce(0, +) }
}
