import Federation

extension PriceList {
    /// Counts the input and this list, which was computed from it, and holds them against each other.
    package func completenessProof(_ input: PriceListInput) -> CompletenessProof {
        var gaps: [CompletenessProof.Gap] = []
        let weightLists = header.model.weightLists.compactMap { reference in
            input.weightLists.first { $0.id == reference.id }.map { proof(of: $0, &gaps) }
        }
        let listed = linesByRegion()
        let missingByRegion = Dictionary(grouping: missing.filter { $0.region != nil }, by: \.region)
        let regions = completeness.map { completeness in
            let submission = input.delivery(of: completeness.region).used
            return RegionProof(
                completeness: completeness, version: submission?.version,
                delivered: submission.map { Self.delivered($0.submission) } ?? [:],
                listed: listed[completeness.region] ?? [:], leftOut: leftOutOwn(of: completeness.region),
                tariffs: submission?.submission.drgTariffs.count ?? 0,
                exceptions: submission?.submission.drgExceptions.count ?? 0,
                missing: missingByRegion[completeness.region] ?? [])
        }
        gaps += regions.flatMap(\.recordGaps)
        gaps += lastYearGaps(input)
        return CompletenessProof(weightLists: weightLists, regions: regions, gaps: gaps)
    }

    private func proof(of list: WeightList, _ gaps: inout [CompletenessProof.Gap]) -> WeightListProof {
        let lines = drg.filter { $0.weightList == list.id }
        let unpriced = missing.filter { $0.weightList == list.id }
        let priced = Set(lines.map { GroupKey(drg: $0.group.drg, typeOfCare: $0.group.typeOfCare) })
        let told = Set(
            unpriced.compactMap { item in
                item.typeOfCare.map { GroupKey(drg: item.code ?? "", typeOfCare: $0) }
            })
        let known = list.weights.map { GroupKey(drg: $0.drg, typeOfCare: $0.typeOfCare) }
        let strange = priced.union(told).subtracting(known).sorted()
        for group in known.filter({ priced.contains($0) == told.contains($0) }) + strange {
            gaps.append(.group(weightList: list.id, drg: group.drg, typeOfCare: group.typeOfCare))
        }
        return WeightListProof(
            id: list.id, groups: list.weights.count, priced: priced.count, lines: lines.count, unpriced: unpriced)
    }

    private static func delivered(_ submission: PriceSubmission) -> [LineID.Section: Int] {
        [
            .careService: submission.careServices.count, .drgFixedPrice: submission.drgFixedPrices.count,
            .surcharge: submission.surcharges.count,
        ]
    }

    /// How many of the region's own fixed prices are left out.
    private func leftOutOwn(of region: RegionSlug) -> Int {
        leftOut.count { price in
            guard case .region = price.line.source else { return false }
            return price.line.region == region
        }
    }

    private func linesByRegion() -> [RegionSlug: [LineID.Section: Int]] {
        var counts: [RegionSlug: [LineID.Section: Int]] = [:]
        for line in careServices { counts[line.region, default: [:]][.careService, default: 0] += 1 }
        for line in drgFixedPrices { counts[line.region, default: [:]][.drgFixedPrice, default: 0] += 1 }
        for line in surcharges { counts[line.region, default: [:]][.surcharge, default: 0] += 1 }
        return counts
    }

    /// Last year's lines of which nothing is heard, each looked for by itself. DRG lines are owed by no region: the
    /// weight list tells its own groups. A region without description owes nothing; the rule `region-left` tells of it.
    private func lastYearGaps(_ input: PriceListInput) -> [CompletenessProof.Gap] {
        guard let previous = input.previous else { return [] }
        var accounted = Set(careServices.lazy.map(\.id))
        accounted.formUnion(drgFixedPrices.lazy.map(\.id))
        accounted.formUnion(surcharges.lazy.map(\.id))
        accounted.formUnion(missing.lazy.compactMap(\.line))
        var closedHospitals: Set<[String]> = []
        for region in completeness {
            for item in region.notApplicable {
                if let key = item.lineKey(region: region.region) {
                    accounted.insert(key.lineID)
                } else {
                    closedHospitals.insert([region.region.text, item.provider])
                }
            }
        }
        // A region without delivery owes all its lines, and is told missing as a whole.
        let absent = Set(missing.filter { $0.reason.concernsWholeRegion }.compactMap(\.region))
        let present = Set(completeness.map(\.region)).subtracting(absent)
        let isUnheard = { (id: LineID, region: RegionSlug, provider: String) in
            !accounted.contains(id) && present.contains(region)
                && !closedHospitals.contains([region.text, provider])
        }
        let services = previous.careServices.filter { isUnheard($0.id, $0.key.region, $0.key.provider) }.map(\.id)
        let others = previous.otherLines.filter { line in
            guard let region = line.key.region, let provider = line.key.provider else { return false }
            return isUnheard(line.id, region, provider)
        }.map(\.id)
        return (services + others).map { .lastYear($0) }
    }
}

extension MissingReason {
    /// Whether it says that nothing of a region is there.
    package var concernsWholeRegion: Bool {
        switch self {
        case .fetchFailed, .notDelivered, .held, .refused: true
        case .hospitalSilent, .lineGone, .noLastYearPrice, .groupWithoutWeight, .groupWithoutPointPrice: false
        }
    }
}

extension RegionProof {
    /// Records that became neither lines nor missing items, nor are left out. Fixed prices may also come from the model, so there may be
    /// more lines of them than records.
    fileprivate var recordGaps: [CompletenessProof.Gap] {
        let unpriced = missing.count { $0.reason == .noLastYearPrice }
        return LineID.Section.allCases.compactMap { section in
            let given = delivered[section] ?? 0
            let unlisted: [LineID.Section: Int] = [.careService: unpriced, .drgFixedPrice: leftOut]
            let found = (listed[section] ?? 0) + (unlisted[section] ?? 0)
            let isWhole = section == .drgFixedPrice ? found >= given : found == given
            return isWhole ? nil : .records(completeness.region, section, delivered: given, found: found)
        }
    }
}

/// A group by kind of care.
private struct GroupKey: Hashable, Comparable {
    let drg: String
    let typeOfCare: TypeOfCare

    static func < (left: GroupKey, right: GroupKey) -> Bool {
        left.drg == right.drg ? left.typeOfCare < right.typeOfCare : left.drg.precedes(right.drg)
    }
}
