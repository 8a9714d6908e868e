package import Federation

/// A hospital or unit where the committee decided that DRG prices do not hold (beslutat undantag), besides those that
/// the regions declare.
package struct DecidedException: Hashable, Sendable {
    package let provider: ProviderReference
    /// The unit's id; nil where the whole hospital is excepted.
    package let unit: String?
    package let typesOfCare: TypesOfCare
    /// Why, in the committee's words.
    package let reason: String

    package init(provider: ProviderReference, unit: String?, typesOfCare: TypesOfCare, reason: String) {
        self.provider = provider
        self.unit = unit
        self.typesOfCare = typesOfCare
        self.reason = reason
    }
}

/// A price of one DRG group that the committee decided instead of weight × point price (beslutat fast DRG-pris).
///
/// At a hospital that it names it is the only fixed price: a region's own for the same group is left out, and told. For
/// all hospitals that declare DRG prices (`asDeclared`) it gives way to one that names the hospital and to a region's own.
package struct DecidedFixedPrice: Hashable, Sendable {
    /// One letter, two digits, one letter.
    package let drg: String
    package let typeOfCare: TypeOfCare
    package let providers: ProviderScope
    package let amount: Amount
    /// Why, in the committee's words.
    package let reason: String

    package init(drg: String, typeOfCare: TypeOfCare, providers: ProviderScope, amount: Amount, reason: String) {
        self.drg = drg
        self.typeOfCare = typeOfCare
        self.providers = providers
        self.amount = amount
        self.reason = reason
    }
}
