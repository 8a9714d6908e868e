import Federation

/// Finds a gone and a new line that are the same but for one thing of their key: kind of care, level, unit or point
/// price. Only where exactly one of each answers to the other; where several could, nothing is guessed.
struct MovedLines {
    private(set) var pairs: [(earlier: ListedLine, later: ListedLine)] = []
    private(set) var gone: [ListedLine]
    private(set) var new: [ListedLine]

    /// What of a key may differ.
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
        let others = Self.onlyOnes(new, difference)
        var joinedGone: Set<Int> = []
        var joinedNew: Set<Int> = []
        for (rest, position) in Self.onlyOnes(gone, difference) {
            guard let position, let other = others[rest] ?? nil else { continue }
            joinedGone.insert(position)
            joinedNew.insert(other)
            pairs.append((gone[position], new[other]))
        }
        guard !joinedGone.isEmpty else { return }
        gone = gone.indices.filter { !joinedGone.contains($0) }.map { gone[$0] }
        new = new.indices.filter { !joinedNew.contains($0) }.map { new[$0] }
    }

    /// The position of the only line with what is left of its key; nil where several lines have it.
    private static func onlyOnes(_ lines: [ListedLine], _ difference: Difference) -> [ListedLineKey: Int?] {
        var positions: [ListedLineKey: Int?] = [:]
        positions.reserveCapacity(lines.count)
        for (position, line) in lines.enumerated() {
            guard let rest = rest(line.key, without: difference) else { continue }
            positions[rest] = positions[rest] == nil ? .some(position) : .some(nil)
        }
        return positions
    }

    /// The key with one fixed value for what may differ; nil where the section has no such thing.
    private static func rest(_ key: ListedLineKey, without difference: Difference) -> ListedLineKey? {
        switch (key, difference) {
        case (.careService(let key), .careLevel): .careService(key.with(careLevel: .primary))
        case (.careService(let key), .typeOfCare): .careService(key.with(typeOfCare: .outpatient))
        case (.careService(let key), .typeAndLevel):
            .careService(key.with(typeOfCare: .outpatient, careLevel: .primary))
        case (.careService(let key), .unit): .careService(key.with(unit: ""))
        case (.drg(let pointPrice, let kind, let drg, _), .typeOfCare):
            .drg(pointPrice: pointPrice, kind: kind, drg: drg, typeOfCare: .outpatient)
        case (.drg(_, let kind, let drg, let typeOfCare), .pointPrice):
            .drg(pointPrice: "", kind: kind, drg: drg, typeOfCare: typeOfCare)
        case (.drgFixedPrice(let region, let provider, let drg, _), .typeOfCare):
            .drgFixedPrice(region: region, provider: provider, drg: drg, typeOfCare: .outpatient)
        case (.surcharge(let region, let provider, _, let code), .unit):
            .surcharge(region: region, provider: provider, unit: nil, code: code)
        default: nil
        }
    }
}

extension CareServiceKey {
    /// The key with other values for some of its fields.
    fileprivate func with(
        unit: String? = nil, typeOfCare: TypeOfCare? = nil, careLevel: CareLevel? = nil
    ) -> CareServiceKey {
        CareServiceKey(
            region: region, provider: provider, unit: unit ?? self.unit, code: code,
            typeOfCare: typeOfCare ?? self.typeOfCare, careLevel: careLevel ?? self.careLevel)
    }
}
