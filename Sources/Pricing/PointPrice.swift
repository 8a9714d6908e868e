package import Federation

/// The price of one DRG point (poängpris), where it holds and by which weights.
package struct PointPrice: Hashable, Sendable {
    package let id: String
    package internal(set) var amount: Amount
    /// The id of a weight list of the model.
    package let weightList: String
    package let typesOfCare: TypesOfCare
    /// At which hospitals; one that names a hospital goes before one for all that declare DRG prices.
    package let providers: ProviderScope

    package init(id: String, amount: Amount, weightList: String, typesOfCare: TypesOfCare, providers: ProviderScope) {
        self.id = id
        self.amount = amount
        self.weightList = weightList
        self.typesOfCare = typesOfCare
        self.providers = providers
    }
}

/// At which hospitals a rule of a price model holds.
package enum ProviderScope: Hashable, Sendable {
    /// Where the regions declare DRG prices.
    case asDeclared
    /// Not said; only in a reference model.
    case unspecified
    /// At these hospitals.
    case named([ProviderReference])

    /// The word that stands for it in a model; nil for named hospitals, which are a list there.
    package var word: String? {
        switch self {
        case .asDeclared: "asDeclared"
        case .unspecified: "unspecified"
        case .named: nil
        }
    }

    /// The named hospitals; none where all that declare are meant, or none are said.
    package var named: [ProviderReference] {
        if case .named(let providers) = self { providers } else { [] }
    }
}

/// A hospital as a price model names it: ids are unique in a region only.
package struct ProviderReference: Hashable, Sendable {
    package let region: RegionSlug
    /// The hospital's id.
    package let provider: String

    package init(region: RegionSlug, provider: String) {
        self.region = region
        self.provider = provider
    }
}
