import Federation

extension PriceListInput {
    /// The same input by changed rules.
    func changed(by changes: [ScenarioChange]) throws(ScenarioError) -> PriceListInput {
        var model = model
        var weightLists = weightLists
        var seen: Set<[String]> = []
        // Limits of single groups are changed in the weights that hold at last, in whatever order the changes stand.
        for change in changes.sorted(by: { !$0.isOfLimits && $1.isOfLimits }) {
            guard seen.insert(change.target).inserted else { throw .changedTwice(change) }
            let isApplied = model.apply(change) && Self.apply(change, to: &weightLists, of: &model)
            guard isApplied else { throw .nothingToChange(change) }
        }
        return PriceListInput(
            model: model, modelFingerprint: modelFingerprint, weightLists: weightLists, regions: regions,
            deliveries: deliveries, previous: previous)
    }

    /// Changes weight lists, and the model's references to them; false where there is nothing of the kind.
    private static func apply(
        _ change: ScenarioChange, to lists: inout [WeightList], of model: inout PriceModel
    ) -> Bool {
        switch change {
        case .weightList(let id, let weights, let file):
            guard let position = lists.firstIndex(where: { $0.id == id }) else { return false }
            lists[position] = WeightList(id: id, fingerprint: weights.fingerprint, weights: weights.weights)
            return model.refer(to: lists[position], file: file)
        case .limits(let drg, let typeOfCare, let costLimit, let daysLimit):
            var isFound = false
            for position in lists.indices {
                let list = lists[position]
                let isGroup = { (group: DRGWeight) in group.drg == drg && group.typeOfCare == typeOfCare }
                guard list.weights.contains(where: isGroup) else { continue }
                isFound = true
                let weights = list.weights.map { group in
                    isGroup(group) ? group.limited(cost: costLimit, days: daysLimit) : group
                }
                lists[position] = WeightList(id: list.id, fingerprint: list.fingerprint, weights: weights)
            }
            return isFound
        case .pointPrice, .indexPercent, .outliers, .rounding: return true
        }
    }
}

extension ScenarioChange {
    fileprivate var isOfLimits: Bool {
        if case .limits = self { true } else { false }
    }
}

extension PriceModel {
    /// Changes what stands in the model itself; false where it has nothing of the kind.
    fileprivate mutating func apply(_ change: ScenarioChange) -> Bool {
        switch change {
        case .pointPrice(let id, let amount):
            guard let position = pointPrices.firstIndex(where: { $0.id == id }) else { return false }
            pointPrices[position].amount = amount
        case .indexPercent(let percent, nil):
            guard indexation != nil else { return false }
            indexation?.base.percent = percent
        case .indexPercent(let percent, let id?):
            guard let position = indexation?.others.firstIndex(where: { $0.id == id }) else { return false }
            indexation?.others[position].index.percent = percent
        case .outliers(let rule): outliers = rule
        case .rounding(let rule): rounding = rule
        case .weightList, .limits: break
        }
        return true
    }

    /// Names the file of another weight list; false where the model has no list of that id.
    fileprivate mutating func refer(to list: WeightList, file: String) -> Bool {
        guard let position = weightLists.firstIndex(where: { $0.id == list.id }) else { return false }
        let reference = weightLists[position]
        weightLists[position] = WeightListReference(
            id: reference.id, file: file, kind: reference.kind, sha256: list.fingerprint,
            synthetic: reference.synthetic)
        return true
    }
}

extension DRGWeight {
    /// The group with other limits.
    fileprivate func limited(cost: Amount?, days: Int?) -> DRGWeight {
        DRGWeight(
            drg: drg, mdc: mdc, text: text, weight: weight, costLimit: cost, daysLimit: days, typeOfCare: typeOfCare,
            line: line)
    }
}
