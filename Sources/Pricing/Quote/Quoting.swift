package import Federation

extension PriceList {
    /// What is paid for a case by this list, exact and explained. Pure: the same case gives the same quote.
    ///
    /// `regions` are those of the registry, which know the hospitals and their units. Throws a refusal where the case
    /// contradicts itself, names something unknown, or cannot be paid by what it says.
    package func quote(_ careCase: CareCase, regions: [Region]) throws(QuoteRefusal) -> Quote {
        try careCase.check()
        let model = header.model
        guard model.purpose == .regional, let rule = model.priceDate else { throw .referenceList }
        try careCase.requireKnownPlace(among: regions)
        let day = careCase.time.priceDay(by: rule)
        guard model.validFrom <= day, day <= model.validTo else {
            throw .outsideValidity(day: day, from: model.validFrom, to: model.validTo)
        }
        let claim = try drgClaim(of: careCase)
        let limits = claim.map { LimitReading.both(of: $0.group, for: careCase, rule: model.outliers) } ?? []
        let outcome = claim == nil ? .careServices : Quote.Outcome(limits, rule: model.outliers)
        let tally = try tally(careCase, claim: claim, outcome: outcome)
        return Quote(
            careCase: careCase, priceDay: day, drgPrice: claim?.price, limits: limits, outcome: outcome,
            parts: tally.parts, steps: tally.steps, total: tally.total,
            reservations: reservations(careCase, claim: claim, limits: limits, outcome: outcome) + tally.told,
            marks: header.marks)
    }

    private func tally(
        _ careCase: CareCase, claim: DRGClaim?, outcome: Quote.Outcome
    ) throws(QuoteRefusal) -> QuoteTally {
        var tally = QuoteTally(list: self)
        switch outcome {
        case .inlier, .outlierPerDay:
            guard let claim else { break }
            if case .outlierPerDay(let days) = outcome {
                tally.add(claim, withDaysPast: true)
                try tally.add(daysPast: days, claim)
            } else {
                tally.add(claim, withDaysPast: false)
            }
        case .outlierByCareServices, .careServices:
            guard !careCase.careServices.isEmpty else { throw .careServicesNeeded(passed: outcome.limitsPassed) }
            for (index, asked) in careCase.careServices.enumerated() {
                try tally.add(careService(asked, of: careCase), asked, path: "/careServices/\(index)")
            }
        }
        for (index, asked) in careCase.surcharges.enumerated() {
            let line = try surcharge(asked, of: careCase)
            if let unit = line.surcharge.unit, let own = careCase.unit, unit != own {
                tally.tell(.surchargeOfOtherUnit(code: line.surcharge.code, unit: unit))
            }
            if let obstacle = header.model.surcharges?.obstacle(to: line.amount, beside: outcome) {
                tally.leaveOut(line, obstacle)
            } else {
                try tally.add(.surcharge(line), asked, path: "/surcharges/\(index)")
            }
        }
        try tally.finish()
        return tally
    }

    private func reservations(
        _ careCase: CareCase, claim: DRGClaim?, limits: [LimitReading], outcome: Quote.Outcome
    ) -> [QuoteReservation] {
        var told: [QuoteReservation] = []
        if let claim, careCase.unit == nil, !claim.place.exceptedUnits.isEmpty {
            told.append(.unitNotGiven(excepted: claim.place.exceptedUnits))
        }
        told += limits.filter { $0.outcome == .notGiven || $0.outcome == .unknown }.map { .limitNotJudged($0.kind) }
        let paysByDRG = claim != nil && outcome.code != "outlier-care-services"
        if paysByDRG, !careCase.careServices.isEmpty { told.append(.careServicesNotUsed) }
        return told
    }
}

extension CareCase {
    /// Throws where the registry has no such hospital, or the hospital no such unit.
    fileprivate func requireKnownPlace(among regions: [Region]) throws(QuoteRefusal) {
        guard let hospital = regions.first(where: { $0.slug == region })?.hospital(provider) else {
            throw .unknownProvider(region: region, provider: String(provider.prefix(80)))
        }
        if let unit, !hospital.units.contains(where: { $0.id == unit }) {
            throw .unknownUnit(provider: provider, unit: String(unit.prefix(80)))
        }
    }
}

extension Quote.Outcome {
    /// What comes of the limits by the year's rule: the cost limit goes first, since past it nothing is paid by DRG.
    fileprivate init(_ limits: [LimitReading], rule: OutlierRule?) {
        let passed = limits.filter { $0.outcome == .passed }
        let days = passed.first { $0.kind == .days }
        switch rule?.payment {
        case .perDay where passed.contains { $0.kind == .cost }: self = .outlierByCareServices(passed.map(\.kind))
        case .perDay where days != nil: self = .outlierPerDay(daysPast: days?.excess ?? 0)
        case .careServices where !passed.isEmpty: self = .outlierByCareServices(passed.map(\.kind))
        default: self = .inlier
        }
    }

    /// The limits that the case is paid by care services for.
    fileprivate var limitsPassed: [LimitReading.Kind] {
        if case .outlierByCareServices(let limits) = self { limits } else { [] }
    }
}
