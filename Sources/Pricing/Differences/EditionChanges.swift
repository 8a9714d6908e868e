import Federation

extension PriceList {
    /// What is another in this list than in an earlier one of the same year (ändringar), whatever it is: the ids of lines
    /// that are new, gone or changed, in their order, and the names of the sections without lines that differ. Where in a
    /// delivery a line stands does not count.
    package func changes(since earlier: PriceList) -> [String] {
        let lines =
            Self.changed(drg, earlier.drg, \.id) { $0.hasSameContent(as: $1) }
            + Self.changed(drgFixedPrices, earlier.drgFixedPrices, \.id) { $0.hasSameContent(as: $1) }
            + Self.changed(careServices, earlier.careServices, \.id) { $0.hasSameContent(as: $1) }
            + Self.changed(surcharges, earlier.surcharges, \.id) { $0.hasSameContent(as: $1) }
        let sections = [
            ("model", header.model == earlier.header.model),
            ("applicability", applicability.map(\.content) == earlier.applicability.map(\.content)),
            ("missing", missing.map(\.content) == earlier.missing.map(\.content)),
        ]
        return lines.map(\.description) + sections.filter { !$0.1 }.map(\.0)
    }

    private static func changed<Line>(
        _ later: [Line], _ earlier: [Line], _ id: (Line) -> LineID, isSame: (Line, Line) -> Bool
    ) -> [LineID] {
        var before = Dictionary(earlier.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
        let changed = later.filter { line in
            guard let last = before.removeValue(forKey: id(line)) else { return true }
            return !isSame(line, last)
        }.map(id)
        return changed + earlier.map(id).filter { before[$0] != nil }
    }
}

extension DRGLine {
    /// Everything but the line of the weight list's file.
    fileprivate func hasSameContent(as other: DRGLine) -> Bool {
        amount == other.amount && weight == other.weight && weightList == other.weightList
            && group.mdc == other.group.mdc && group.text == other.group.text
            && group.costLimit == other.group.costLimit && group.daysLimit == other.group.daysLimit
    }
}

extension DRGFixedPriceLine {
    fileprivate func hasSameContent(as other: DRGFixedPriceLine) -> Bool {
        amount == other.amount && reason == other.reason && isDecided == other.isDecided
    }

    /// Whether the committee fixed the price.
    private var isDecided: Bool {
        if case .model = source { true } else { false }
    }
}

extension CareServiceLine {
    fileprivate func hasSameContent(as other: CareServiceLine) -> Bool {
        amount == other.amount && basis == other.basis && service.text == other.service.text
            && service.reason == other.service.reason && service.measure == other.service.measure
            && service.medicalFieldCode == other.service.medicalFieldCode
            && service.productCategory == other.service.productCategory
    }
}

extension SurchargeLine {
    fileprivate func hasSameContent(as other: SurchargeLine) -> Bool {
        amount == other.amount && surcharge.text == other.surcharge.text
            && surcharge.measure == other.surcharge.measure && surcharge.reason == other.surcharge.reason
    }
}

extension Applicability {
    /// The fields that are shown, without their places.
    fileprivate var content: [String] {
        [region.text, provider, typeOfCare.rawValue, pointPrice]
            + exceptions.flatMap { [$0.unit, $0.reason] + $0.typesOfCare.ordered.map(\.rawValue) }
            + decidedExceptions.map(\.path)
    }
}

extension MissingItem {
    /// The item without its place.
    fileprivate var content: MissingItem {
        var item = self
        item.origin = nil
        item.weightListLine = nil
        return item
    }
}
