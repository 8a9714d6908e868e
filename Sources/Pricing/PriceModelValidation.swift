import Federation

extension PriceModel {
    /// Everything in the model that contradicts itself or leaves a hole; empty for a sound one.
    package func validate() -> [PriceModelFault] {
        headFaults + pointPriceFaults + weightListFaults + coverageFaults + decidedFaults + ruleFaults
            + indexFaults + plausibilityFaults + timetableFaults
    }

    private var headFaults: [PriceModelFault] {
        var faults: [PriceModelFault] = []
        if !["1", "2", "3", "4", "5", "6"].contains(priceListCode) {
            faults.append(.init("price-model-unknown-code", "/priceListCode", ["value": priceListCode]))
        }
        if validTo < validFrom {
            faults.append(
                .init("price-model-days-reversed", "/validTo", ["first": "\(validFrom)", "last": "\(validTo)"]))
        }
        for (name, day) in [("validFrom", validFrom), ("validTo", validTo)] where day.year != year.number {
            faults.append(
                .init("price-model-day-outside-year", "/\(name)", ["value": "\(day)", "year": "\(year)"]))
        }
        return faults
    }

    private var weightListFaults: [PriceModelFault] {
        duplicates(of: weightLists.map(\.id), in: "/weightLists")
            + weightLists.enumerated().filter { $0.element.file.contains("/") || $0.element.file.isEmpty }.map {
                .init("price-model-not-a-file-name", "/weightLists/\($0.offset)/file", ["value": $0.element.file])
            }
    }

    /// Ids that stand twice.
    func duplicates(of ids: [String], in path: String) -> [PriceModelFault] {
        var seen: Set<String> = []
        return ids.enumerated().filter { !seen.insert($0.element).inserted }.map {
            .init("price-model-duplicate-id", "\(path)/\($0.offset)/id", ["value": $0.element])
        }
    }
}

extension PriceModel {
    /// What a regional model must state, and the numbers in it.
    fileprivate var ruleFaults: [PriceModelFault] {
        let stated: [(String, Bool)] = [
            ("priceDate", priceDate != nil), ("indexation", indexation != nil), ("outliers", outliers != nil),
            ("plausibility", plausibility != nil), ("timetable", timetable != nil),
            ("typeOfAgreement", typeOfAgreement != nil),
        ]
        var faults = stated.filter { purpose == .regional && !$0.1 }.map { name, _ in
            PriceModelFault("price-model-rule-absent", "/\(name)")
        }
        if case .perDay(let amount)? = outliers?.payment, amount.ore <= 0 {
            faults.append(.init("price-model-not-positive", "/outliers/amount", ["value": amount.wire]))
        }
        if case .allowed(let least?, _)? = surcharges, least.ore <= 0 {
            faults.append(.init("price-model-not-positive", "/surcharges/leastAmount", ["value": least.wire]))
        }
        return faults
    }

    fileprivate var timetableFaults: [PriceModelFault] {
        guard let timetable else { return [] }
        let order = [
            ("submissionsOpen", timetable.submissionsOpen, "submissionsClose", timetable.submissionsClose),
            ("submissionsClose", timetable.submissionsClose, "decision", timetable.decision),
            ("weightsDue", timetable.weightsDue, "decision", timetable.decision),
        ]
        return order.filter { $0.3 < $0.1 }.map { _, first, name, last in
            .init("price-model-days-reversed", "/timetable/\(name)", ["first": "\(first)", "last": "\(last)"])
        }
    }
}
