import Federation

/// Canonical order of texts and codes: field by field, each by its UTF-8 bytes.
enum CanonicalOrder {
    /// Whether the left key comes first; keys have equally many fields.
    static func precedes(_ left: [String], _ right: [String]) -> Bool {
        for (one, other) in zip(left, right) where one != other { return one.precedes(other) }
        return false
    }
}

extension CareService {
    /// Canonical order inside a region: provider, unit, code, kind of care, level.
    static func canonicallyPrecedes(_ left: CareService, _ right: CareService) -> Bool {
        if left.provider != right.provider { return left.provider.precedes(right.provider) }
        if left.unit != right.unit { return left.unit.precedes(right.unit) }
        if left.code != right.code { return left.code.precedes(right.code) }
        if left.typeOfCare != right.typeOfCare { return left.typeOfCare < right.typeOfCare }
        return left.careLevel.rawValue.precedes(right.careLevel.rawValue)
    }
}

extension RecordOrigin {
    /// The order of a delivery.
    func precedes(_ other: RecordOrigin) -> Bool {
        (part, offset, line, column) < (other.part, other.offset, other.line, other.column)
    }
}
