import Federation

/// Finds a gone and a new line that are the same but for one thing of their key: kind of care, level, unit or point
/// price. Only where exactly one of each answers to the other; where several could, nothing is guessed.
struct MovedLines {
    private(set) var pairs: [(earlier: ListedLine, later: ListedLine)] = []
    private(set) var gone: [ListedLine]
    private(set) var new: [ListedLine]

    /// What of a key may differ; a field that may is left out of the text that must be equal.
    private enum Difference: CaseIterable {
        case careLevel, typeOfCare, typeAndLevel, unit, pointPrice
    }

    init(gone: [ListedLine], new: [ListedLine]) {
        self.gone = gone
        self.new = new
        for difference in Difference.allCases { join(difference) }
    }

    private mutating func join(_ difference: Difference) {
        guard !gone.isEmpty, !new.isEmpty else { return }
        let left = Dictionary(grouping: gone.indices) { Self.rest(gone[$0].key, without: difference) }
        let right = Dictionary(grouping: new.indices) { Self.rest(new[$0].key, without: difference) }
        var joinedGone: Set<Int> = []
        var joinedNew: Set<Int> = []
        for (rest, lines) in left where rest != nil && lines.count == 1 {
            guard let others = right[rest], others.count == 1 else { continue }
            joinedGone.insert(lines[0])
            joinedNew.insert(others[0])
            pairs.append((gone[lines[0]], new[others[0]]))
        }
        gone = gone.indices.filter { !joinedGone.contains($0) }.map { gone[$0] }
        new = new.indices.filter { !joinedNew.contains($0) }.map { new[$0] }
    }

    /// The key less what may differ; nil where the section has no such thing.
    private static func rest(_ key: ListedLineKey, without difference: Difference) -> [String]? {
        switch (key, difference) {
        case (.careService(let key), _):
            switch difference {
            case .careLevel: rest(key, key.unit, key.typeOfCare.rawValue, "")
            case .typeOfCare: rest(key, key.unit, "", key.careLevel.rawValue)
            case .typeAndLevel: rest(key, key.unit, "", "")
            case .unit: rest(key, nil, key.typeOfCare.rawValue, key.careLevel.rawValue)
            case .pointPrice: nil
            }
        case (.drg(let pointPrice, let kind, let drg, _), .typeOfCare): ["drg", pointPrice, kind.rawValue, drg]
        case (.drg(_, let kind, let drg, let typeOfCare), .pointPrice):
            ["drg", kind.rawValue, drg, typeOfCare.rawValue]
        case (.drgFixedPrice(let region, let provider, let drg, _), .typeOfCare):
            ["fix", region.text, provider, drg]
        case (.surcharge(let region, let provider, _, let code), .unit): ["sur", region.text, provider, code]
        default: nil
        }
    }

    private static func rest(_ key: CareServiceKey, _ unit: String?, _ type: String, _ level: String) -> [String] {
        ["cs", key.region.text, key.provider, key.code, unit ?? "", type, level]
    }
}
