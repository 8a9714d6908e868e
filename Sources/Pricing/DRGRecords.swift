package import Federation

/// A hospital declares that DRG prices hold there for these kinds of care (DRG-taxa).
package struct DRGTariff: Hashable, Sendable {
    /// The hospital's id.
    package let provider: String
    package let typesOfCare: TypesOfCare
    package let origin: RecordOrigin

    package init(provider: String, typesOfCare: TypesOfCare, origin: RecordOrigin) {
        self.provider = provider
        self.typesOfCare = typesOfCare
        self.origin = origin
    }
}

/// A unit where DRG prices do not hold (undantag).
package struct DRGException: Hashable, Sendable {
    /// The hospital's id.
    package let provider: String
    /// The unit's id.
    package let unit: String
    /// The kinds of care excepted; a delivery that names none means all.
    package let typesOfCare: TypesOfCare
    /// Why, in the region's words.
    package let reason: String
    package let origin: RecordOrigin

    package init(
        provider: String, unit: String, typesOfCare: TypesOfCare, reason: String, origin: RecordOrigin
    ) {
        self.provider = provider
        self.unit = unit
        self.typesOfCare = typesOfCare
        self.reason = reason
        self.origin = origin
    }
}

/// A hospital's own price for one DRG group instead of weight × point price (fast DRG-pris).
package struct DRGFixedPrice: Hashable, Sendable {
    /// The hospital's id.
    package let provider: String
    /// One letter, two digits, one letter.
    package let drg: String
    package let typeOfCare: TypeOfCare
    package let amount: Amount
    /// Why, in the region's words.
    package let reason: String
    package let origin: RecordOrigin

    package init(
        provider: String, drg: String, typeOfCare: TypeOfCare, amount: Amount, reason: String, origin: RecordOrigin
    ) {
        self.provider = provider
        self.drg = drg
        self.typeOfCare = typeOfCare
        self.amount = amount
        self.reason = reason
        self.origin = origin
    }
}
