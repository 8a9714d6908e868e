import Federation

extension PriceListDifference {
    /// Compares two lists. With volumes, what a change means in money decides the order; without, the change itself.
    package static func between(
        _ earlier: ComparedList, _ later: ComparedList, volumes: Volumes? = nil
    ) -> PriceListDifference {
        let compared = earlier.knownSections.intersection(later.knownSections)
        var gathering = Gathering(volumes: volumes)
        if compared.contains(.careService) { gathering.careServices(earlier, later) }
        for section in LineID.Section.allCases where section != .careService && compared.contains(section) {
            gathering.lines(
                earlier.otherLines.filter { $0.key.section == section },
                later.otherLines.filter { $0.key.section == section })
        }
        return PriceListDifference(
            earlier: earlier.name, later: later.name,
            comparedSections: LineID.Section.allCases.filter { compared.contains($0) },
            order: volumes == nil ? .kronor : .effect,
            new: gathering.new.sorted(by: ListedLine.isDearer), gone: gathering.gone.sorted(by: ListedLine.isDearer),
            changed: ChangedLine.ordered(gathering.changed), regions: gathering.regions, total: gathering.total)
    }
}

/// What a comparison has found so far.
private struct Gathering {
    let volumes: Volumes?
    private(set) var new: [ListedLine] = []
    private(set) var gone: [ListedLine] = []
    private(set) var changed: [ChangedLine] = []
    private var counts: [RegionSlug?: DifferenceCounts] = [:]

    init(volumes: Volumes?) { self.volumes = volumes }

    /// Compares the care services where they lie: only lines that differ are taken out.
    mutating func careServices(_ earlier: ComparedList, _ later: ComparedList) {
        let pairing = LinePairing(
            earlier: (0..<earlier.careServiceCount).map(earlier.careServiceDigits),
            later: (0..<later.careServiceCount).map(later.careServiceDigits))
        for (one, other) in pairing.both {
            let isIdentical =
                earlier.careServiceAmount(one) == later.careServiceAmount(other)
                && !earlier.careServiceMeasure(one).differs(from: later.careServiceMeasure(other))
                && earlier.careServiceText(one) == later.careServiceText(other)
            if isIdentical {
                counts[later.careServiceRegion(other), default: .init()].identical += 1
            } else {
                change(from: earlier.careService(one), to: later.careService(other))
            }
        }
        join(gone: pairing.gone.map(earlier.careService), new: pairing.new.map(later.careService))
    }

    /// Compares the few lines of another section.
    mutating func lines(_ earlier: [ListedLine], _ later: [ListedLine]) {
        let pairing = LinePairing(earlier: earlier.map(\.id.digits), later: later.map(\.id.digits))
        for (one, other) in pairing.both { change(from: earlier[one], to: later[other]) }
        join(gone: pairing.gone.map { earlier[$0] }, new: pairing.new.map { later[$0] })
    }

    private mutating func join(gone: [ListedLine], new: [ListedLine]) {
        let moved = MovedLines(gone: gone, new: new)
        for (earlier, later) in moved.pairs { change(from: earlier, to: later) }
        for line in moved.gone { counts[line.key.region, default: .init()].gone += 1 }
        for line in moved.new { counts[line.key.region, default: .init()].new += 1 }
        self.gone += moved.gone
        self.new += moved.new
    }

    private mutating func change(from earlier: ListedLine, to later: ListedLine) {
        let kinds = ChangedLine.kinds(from: earlier, to: later)
        let region = later.key.region
        guard !kinds.isEmpty else {
            counts[region, default: .init()].identical += 1
            return
        }
        let line = ChangedLine(
            earlier: earlier, later: later, kinds: kinds, cases: volumes?.cases(of: later.id))
        counts[region, default: .init()].add(line)
        changed.append(line)
        guard let volumes, let change = line.change else { return }
        // A DRG price is common to all regions; its effect falls where the cases are.
        for entry in volumes.entries(of: later.id) {
            counts[entry.region, default: .init()].effect =
                (counts[entry.region]?.effect ?? AmountSum()) + change.times(entry.cases)
        }
    }

    var regions: [RegionDifference] {
        counts.map { RegionDifference(region: $0.key, counts: $0.value) }.sorted { left, right in
            guard let one = left.region, let other = right.region else {
                return left.region == nil && right.region != nil
            }
            return one < other
        }
    }

    var total: DifferenceCounts {
        var sum = counts.values.reduce(into: DifferenceCounts()) { $0.add($1) }
        if volumes != nil, sum.effect == nil { sum.effect = AmountSum() }
        return sum
    }
}

extension Measure? {
    /// Whether both are known and are not the same.
    fileprivate func differs(from other: Measure?) -> Bool { self != nil && other != nil && self != other }
}

extension ChangedLine {
    /// What differs between two lines; nothing where they are the same.
    fileprivate static func kinds(from earlier: ListedLine, to later: ListedLine) -> [Kind] {
        Kind.allCases.filter { kind in
            switch kind {
            case .amount: earlier.amount != later.amount
            case .measure: earlier.measure.differs(from: later.measure)
            case .typeOfCare: earlier.key.typeOfCare != later.key.typeOfCare
            case .careLevel: earlier.key.careLevel != later.key.careLevel
            case .unit: earlier.key.unit != later.key.unit
            case .pointPrice: earlier.key.pointPrice != later.key.pointPrice
            case .weight: earlier.group?.weight != later.group?.weight
            case .limits:
                earlier.group?.costLimit != later.group?.costLimit
                    || earlier.group?.daysLimit != later.group?.daysLimit
            case .text: earlier.text != later.text
            }
        }
    }
}

extension ListedLineKey {
    fileprivate var pointPrice: String? {
        guard case .drg(let id, _, _, _) = self else { return nil }
        return id
    }
}
