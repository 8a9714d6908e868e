package import Federation

/// The DRG lines of a list, and the groups that got no price.
struct DRGSection {
    private(set) var lines: [DRGLine] = []
    private(set) var missing: [MissingItem] = []

    /// Prices every group of the model's weight lists; the model has no faults.
    init(model: PriceModel, weightLists: [WeightList]) throws(PriceListError) {
        let lists = try Self.lists(of: model, among: weightLists)
        for pointPrice in model.pointPrices.sorted(by: { $0.id.precedes($1.id) }) {
            guard let (reference, list) = lists[pointPrice.weightList] else { continue }
            for group in list.weights where pointPrice.typesOfCare.contains(group.typeOfCare) {
                guard let weight = group.weight else { continue }
                lines.append(
                    try Self.line(
                        group, weight: weight, pointPrice: pointPrice, reference: reference, rounding: model.rounding))
            }
        }
        for reference in model.weightLists {
            guard let (_, list) = lists[reference.id] else { continue }
            missing += Self.unpriced(list, covered: model.typesOfCare(weightList: reference.id))
        }
        try LineIDCheck.requireUnique(lines.map(\.id)) { lines[$0].keyFields }
    }

    private static func lists(
        of model: PriceModel, among given: [WeightList]
    ) throws(PriceListError) -> [String: (WeightListReference, WeightList)] {
        var lists: [String: (WeightListReference, WeightList)] = [:]
        for reference in model.weightLists {
            guard let list = given.first(where: { $0.id == reference.id }) else {
                throw .weightListAbsent(id: reference.id)
            }
            guard list.fingerprint == reference.sha256 else {
                throw .weightListDiffers(id: reference.id, expected: reference.sha256, found: list.fingerprint)
            }
            lists[reference.id] = (reference, list)
        }
        return lists
    }

    private static func line(
        _ group: DRGWeight, weight: ExactDecimal, pointPrice: PointPrice, reference: WeightListReference,
        rounding: Rounding
    ) throws(PriceListError) -> DRGLine {
        let id = LineID(.drg, key: [pointPrice.id, reference.kind.rawValue, group.drg, group.typeOfCare.rawValue])
        guard let amount = rounding.round(ExactProduct(pointPrice.amount, times: weight)) else {
            throw .amountTooLarge(id)
        }
        return DRGLine(
            id: id, pointPrice: pointPrice.id, weightList: reference.id, weightListKind: reference.kind, group: group,
            weight: weight, amount: amount)
    }

    private static func unpriced(_ list: WeightList, covered: TypesOfCare) -> [MissingItem] {
        list.weights.compactMap { group in
            if !covered.contains(group.typeOfCare) {
                MissingItem(.groupWithoutPointPrice, group: group, weightList: list.id)
            } else if group.weight == nil {
                MissingItem(.groupWithoutWeight, group: group, weightList: list.id)
            } else {
                nil
            }
        }
    }
}

extension DRGLine {
    /// The price of a group that has a weight; its id is made of its key.
    package init(
        pointPrice: String, weightList: String, weightListKind: WeightList.Kind, group: DRGWeight,
        weight: ExactDecimal, amount: Amount
    ) {
        let key = [pointPrice, weightListKind.rawValue, group.drg, group.typeOfCare.rawValue]
        self.init(
            id: LineID(.drg, key: key), pointPrice: pointPrice, weightList: weightList,
            weightListKind: weightListKind, group: group, weight: weight, amount: amount)
    }

    /// The key that the id is made of.
    var keyFields: [String] { [pointPrice, weightListKind.rawValue, group.drg, group.typeOfCare.rawValue] }
}

extension PriceModel {
    /// The kinds of care that the point prices of a weight list cover together.
    func typesOfCare(weightList: String) -> TypesOfCare {
        pointPrices.filter { $0.weightList == weightList }.reduce(into: []) { $0.formUnion($1.typesOfCare) }
    }
}
