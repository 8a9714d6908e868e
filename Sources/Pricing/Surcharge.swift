package import Federation

/// Medicine, device or material invoiced beside the price (tilläggsdebitering).
package struct Surcharge: Hashable, Sendable {
    /// The hospital's id.
    package let provider: String
    /// The unit's id; nil where the surcharge holds for the whole hospital.
    package let unit: String?
    /// 1-20 characters A-Z, 0-9, point and hyphen.
    package let code: String
    /// What is charged, 1-200 characters.
    package let text: String
    package let measure: Measure
    package let amount: Amount
    /// Why the price moved from last year's, in the region's words, 1-200 characters (skäl); nil where it says nothing.
    package let reason: String?
    package let origin: RecordOrigin

    package init(
        provider: String, unit: String?, code: String, text: String, measure: Measure, amount: Amount,
        reason: String? = nil, origin: RecordOrigin
    ) {
        self.provider = provider
        self.unit = unit
        self.code = code
        self.text = text
        self.measure = measure
        self.amount = amount
        self.reason = reason
        self.origin = origin
    }
}
