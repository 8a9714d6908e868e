package import Federation

/// How prices that are not calculated anew are raised (uppräkning): by one index, and by others for the care that the
/// committee decided them for.
package struct Indexation: Hashable, Sendable {
    /// Which prices are raised.
    package enum AppliesTo: String, Sendable, CaseIterable { case asLastYear }

    /// The index of all care that no other one is decided for.
    package internal(set) var base: PriceIndex
    package let appliesTo: AppliesTo
    /// Indices of some care; no two of them hold for the same.
    package internal(set) var others: [DecidedIndex]

    package init(
        name: String, percent: ExactDecimal, source: String, date: Day?, appliesTo: AppliesTo = .asLastYear,
        others: [DecidedIndex] = []
    ) {
        base = PriceIndex(name: name, percent: percent, source: source, date: date)
        self.appliesTo = appliesTo
        self.others = others
    }
}

/// An index and the percentage that it raises prices by.
package struct PriceIndex: Hashable, Sendable {
    /// What it is called, for example `LPIK`.
    package let name: String
    /// The percentage as written, `2.8`.
    package internal(set) var percent: ExactDecimal
    /// Where the percentage stands.
    package let source: String
    /// The day of the table that it was read from; nil where there is none.
    package let date: Day?

    package init(name: String, percent: ExactDecimal, source: String, date: Day?) {
        self.name = name
        self.percent = percent
        self.source = source
        self.date = date
    }
}

/// Another index that the committee decided for some care (beslutat index): that which is of all that it names.
package struct DecidedIndex: Hashable, Sendable {
    package let id: String
    package internal(set) var index: PriceIndex
    /// The hospitals; none where it holds at all.
    package let providers: [ProviderReference]
    /// Nil where it holds for both.
    package let typeOfCare: TypeOfCare?
    /// The medical fields; none where it holds for all, and for care of no field.
    package let medicalFieldCodes: [MedicalFieldCode]

    package init(
        id: String, index: PriceIndex, providers: [ProviderReference] = [], typeOfCare: TypeOfCare? = nil,
        medicalFieldCodes: [MedicalFieldCode] = []
    ) {
        self.id = id
        self.index = index
        self.providers = providers
        self.typeOfCare = typeOfCare
        self.medicalFieldCodes = medicalFieldCodes
    }
}

/// An index with its place in the model.
package struct AppliedIndex: Hashable, Sendable {
    package let index: PriceIndex
    /// Its id; nil for the index of all other care.
    package let id: String?
    /// The JSON Pointer of the rule in the model's file: `/indexation/others/0`.
    package let path: String
}

extension Indexation {
    /// Every index, that of all other care first.
    package var all: [AppliedIndex] { [appliedBase] + others.indices.map(other) }

    /// The index that raises the price of a region's care service.
    package func applied(to service: CareService, of region: RegionSlug) -> AppliedIndex {
        others.firstIndex { $0.holds(for: service, of: region) }.map(other) ?? appliedBase
    }

    /// The indices that name medical fields and would hold for a region's care service if it were of one; none where it
    /// says which field it is of.
    package func possible(for service: CareService, of region: RegionSlug) -> [AppliedIndex] {
        guard service.medicalFieldCode == nil else { return [] }
        return others.indices.filter { position in
            let index = others[position]
            return !index.medicalFieldCodes.isEmpty && index.holdsWhateverField(for: service, of: region)
        }.map(other)
    }

    private var appliedBase: AppliedIndex { AppliedIndex(index: base, id: nil, path: "/indexation") }

    private func other(at position: Int) -> AppliedIndex {
        AppliedIndex(
            index: others[position].index, id: others[position].id, path: "/indexation/others/\(position)")
    }
}

extension DecidedIndex {
    /// Whether it says which care it is for.
    var hasScope: Bool { !providers.isEmpty || typeOfCare != nil || !medicalFieldCodes.isEmpty }

    fileprivate func holds(for service: CareService, of region: RegionSlug) -> Bool {
        (medicalFieldCodes.isEmpty || service.medicalFieldCode.map(medicalFieldCodes.contains) ?? false)
            && holdsWhateverField(for: service, of: region)
    }

    /// Whether kind of care and hospital are those that it names.
    fileprivate func holdsWhateverField(for service: CareService, of region: RegionSlug) -> Bool {
        (typeOfCare ?? service.typeOfCare) == service.typeOfCare
            && (providers.isEmpty || providers.contains { $0.region == region && $0.provider == service.provider })
    }

    /// Whether some care can be of both.
    func overlaps(_ other: DecidedIndex) -> Bool {
        (typeOfCare ?? other.typeOfCare) == (other.typeOfCare ?? typeOfCare)
            && Self.share(providers, other.providers) && Self.share(medicalFieldCodes, other.medicalFieldCodes)
    }

    /// Whether two lists have something in common; an empty one is everything.
    private static func share<Item: Hashable>(_ one: [Item], _ other: [Item]) -> Bool {
        one.isEmpty || other.isEmpty || !Set(one).isDisjoint(with: other)
    }
}

extension PriceIndex {
    /// An amount × (1 + percent ÷ 100), not rounded.
    func raise(_ amount: Amount) -> ExactProduct { ExactProduct(amount, times: factor) }

    /// 1 + percent ÷ 100: 2.8 per cent is 1.028.
    var factor: ExactDecimal {
        let hundred = (0..<percent.scale).reduce(Int64(100)) { hundred, _ in hundred * 10 }
        return ExactDecimal(units: hundred + percent.units, scale: percent.scale + 2)
    }
}
