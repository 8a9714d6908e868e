package import Federation

/// One priced line of some list, computed here or read in, as comparisons and what-ifs see it (rad).
package struct ListedLine: Hashable, Sendable {
    package let id: LineID
    package let key: ListedLineKey
    /// What is priced; for a fixed DRG price the reason for it.
    package let text: String
    package let amount: Amount
    /// What the price is for one of; nil for DRG prices, and where the list does not tell.
    package let measure: Measure?
    /// The group's weight and limits; nil for everything but DRG lines.
    package let group: ListedGroup?

    /// A line; its id is that of the key, given where it is known already.
    package init(
        id: LineID? = nil, key: ListedLineKey, text: String, amount: Amount, measure: Measure? = nil,
        group: ListedGroup? = nil
    ) {
        self.id = id ?? key.lineID
        self.key = key
        self.text = text
        self.amount = amount
        self.measure = measure
        self.group = group
    }
}

/// Weight and limits of a DRG line (vikt och ytterfallsgränser).
package struct ListedGroup: Hashable, Sendable {
    package let weight: ExactDecimal
    /// Nil where there is no limit.
    package let costLimit: Amount?
    /// Days in care; nil where there is no limit.
    package let daysLimit: Int?

    package init(weight: ExactDecimal, costLimit: Amount?, daysLimit: Int?) {
        self.weight = weight
        self.costLimit = costLimit
        self.daysLimit = daysLimit
    }
}

/// What makes a line the same line from list to list (nyckel), for every section.
package enum ListedLineKey: Hashable, Sendable {
    /// A DRG price; the point price is named by its id in the model.
    case drg(pointPrice: String, kind: WeightList.Kind, drg: String, typeOfCare: TypeOfCare)
    case careService(CareServiceKey)
    case drgFixedPrice(region: RegionSlug, provider: String, drg: String, typeOfCare: TypeOfCare)
    /// A surcharge; one of a whole hospital has no unit.
    case surcharge(region: RegionSlug, provider: String, unit: String?, code: String)
}

extension ListedLineKey {
    package var section: LineID.Section {
        switch self {
        case .drg: .drg
        case .careService: .careService
        case .drgFixedPrice: .drgFixedPrice
        case .surcharge: .surcharge
        }
    }

    /// The region whose price it is; nil for DRG prices, which are common to all.
    package var region: RegionSlug? {
        switch self {
        case .drg: nil
        case .careService(let key): key.region
        case .drgFixedPrice(let region, _, _, _), .surcharge(let region, _, _, _): region
        }
    }

    /// The hospital's id.
    package var provider: String? {
        switch self {
        case .drg: nil
        case .careService(let key): key.provider
        case .drgFixedPrice(_, let provider, _, _), .surcharge(_, let provider, _, _): provider
        }
    }

    /// The unit's id.
    package var unit: String? {
        switch self {
        case .drg, .drgFixedPrice: nil
        case .careService(let key): key.unit
        case .surcharge(_, _, let unit, _): unit
        }
    }

    /// The DRG group, or the code of the care service or surcharge.
    package var code: String {
        switch self {
        case .drg(_, _, let drg, _), .drgFixedPrice(_, _, let drg, _): drg
        case .careService(let key): key.code
        case .surcharge(_, _, _, let code): code
        }
    }

    package var typeOfCare: TypeOfCare? {
        switch self {
        case .drg(_, _, _, let kind), .drgFixedPrice(_, _, _, let kind): kind
        case .careService(let key): key.typeOfCare
        case .surcharge: nil
        }
    }

    package var careLevel: CareLevel? {
        guard case .careService(let key) = self else { return nil }
        return key.careLevel
    }

    /// The id of the line with this key.
    package var lineID: LineID { LineID(section, key: fields) }

    /// The fields in the order that a line id is made of.
    package var fields: [String] {
        switch self {
        case .drg(let pointPrice, let kind, let drg, let typeOfCare):
            [pointPrice, kind.rawValue, drg, typeOfCare.rawValue]
        case .careService(let key): key.fields
        case .drgFixedPrice(let region, let provider, let drg, let typeOfCare):
            [region.text, provider, drg, typeOfCare.rawValue]
        case .surcharge(let region, let provider, let unit, let code): [region.text, provider, unit ?? "", code]
        }
    }
}
