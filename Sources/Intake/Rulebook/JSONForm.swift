import Reading
import Registry

/// Of which JSON type each field of the contracts is. Amounts are strings, so that no reader takes them for floating
/// numbers.
enum JSONForm {
    /// Whether the contract's JSON form writes the field as such a value. XML has only text.
    static func allows(_ kind: Scalar.Kind, _ field: FieldName) -> Bool {
        kind == .text || kind == expected(field)
    }

    /// The expected type in the words of JSON.
    static func word(of field: FieldName) -> String {
        switch expected(field) {
        case .number: "number"
        case .boolean: "true/false"
        default: "string"
        }
    }

    private static func expected(_ field: FieldName) -> Scalar.Kind {
        switch field {
        case .year, .shareDone: .number
        case .testData, .asLastYear: .boolean
        default: .string
        }
    }
}
