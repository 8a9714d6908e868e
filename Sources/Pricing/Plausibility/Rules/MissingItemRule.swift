import Federation

/// A rule that tells what is missing for one reason. Every missing item of a list that is proposed must be acknowledged.
protocol MissingItemRule: ListRule {
    static var reason: MissingReason { get }
}

extension MissingItemRule {
    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        for item in list.missing where item.reason == Self.reason {
            findings.append(finding(item.subject, item.evidence(in: list), .missing(item)))
        }
    }
}

extension MissingItem {
    /// The most particular thing that it names.
    fileprivate var subject: ListFinding.Subject {
        if let line, let key = lineKey { return .line(line, key) }
        if let weightList, let code, let typeOfCare {
            return .group(weightList: weightList, drg: code, typeOfCare: typeOfCare)
        }
        guard let region else { return .list }
        return provider.map { .hospital(region, provider: $0) } ?? .region(region)
    }

    private var lineKey: ListedLineKey? {
        guard let line, let region, let provider, let code else { return nil }
        switch line.section {
        case .careService:
            guard let unit, let typeOfCare, let careLevel else { return nil }
            return .careService(
                CareServiceKey(
                    region: region, provider: provider, unit: unit, code: code, typeOfCare: typeOfCare,
                    careLevel: careLevel))
        case .surcharge: return .surcharge(region: region, provider: provider, unit: unit, code: code)
        case .drgFixedPrice:
            return typeOfCare.map { .drgFixedPrice(region: region, provider: provider, drg: code, typeOfCare: $0) }
        case .drg: return nil
        }
    }

    /// The held or refused version, the record that asks for last year's price, or the weight list's file.
    fileprivate func evidence(in list: PriceList) -> ListFinding.Evidence {
        if let version { return .whole(version) }
        if let origin, let used = list.header.submissions.first(where: { $0.region == region }) {
            return .record(version: used.version, origin: origin)
        }
        let weights = list.header.model.weightLists.first { $0.id == weightList }
        return weights.map { .whole($0.sha256) } ?? .none
    }
}
