package import Federation
package import Planning
package import Pricing

/// Everything we were given to work by (förutsättningar): the files of `Regions/` and `Contracts/`, read and checked.
package struct Premises: Sendable {
    /// In order of their slugs.
    package let regions: [RegionDescriptor]
    package let years: [Year: YearRules]
    package let plans: [BusinessPlan]
    package let codes: CodeLists
    package let catalogue: FindingCatalogue
    package let failures: FailureCatalogue
    /// The folder that the contracts were read from.
    package let contractsFolder: String
    /// SHA-256 over plans, code lists and finding catalogue: what every examination depends on.
    package let fingerprint: Fingerprint

    package init(
        regions: [RegionDescriptor], years: [Year: YearRules], plans: [BusinessPlan], codes: CodeLists,
        catalogue: FindingCatalogue, failures: FailureCatalogue, contractsFolder: String, fingerprint: Fingerprint
    ) {
        self.regions = regions
        self.years = years
        self.plans = plans
        self.codes = codes
        self.catalogue = catalogue
        self.failures = failures
        self.contractsFolder = contractsFolder
        self.fingerprint = fingerprint
    }

    /// The region of that slug.
    package func region(_ slug: RegionSlug) -> RegionDescriptor? { regions.first { $0.region.slug == slug } }

    /// The year that work is about on a day: the one whose submissions opened last.
    package func year(on day: Day) -> Year? {
        years.values.compactMap { rules in rules.model.timetable.map { (rules.model.year, $0.submissionsOpen) } }
            .filter { $0.1 <= day }.max { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }
}

/// The rules of one year: its price model with the weight lists that it names.
package struct YearRules: Sendable {
    package let model: PriceModel
    /// SHA-256 of the model's file.
    package let fingerprint: Fingerprint
    package let weightLists: [WeightList]

    package init(model: PriceModel, fingerprint: Fingerprint, weightLists: [WeightList]) {
        self.model = model
        self.fingerprint = fingerprint
        self.weightLists = weightLists
    }

    /// The DRG groups of all the lists, each with the kinds of care that it stands there for.
    package var weightedGroups: [String: TypesOfCare] {
        weightLists.flatMap(\.weights).reduce(into: [:]) { groups, weight in
            groups[weight.drg, default: []].formUnion(TypesOfCare(weight.typeOfCare))
        }
    }
}
