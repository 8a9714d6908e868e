import Federation
import Pricing

/// A rule of the year in words.
struct RuleInWords {
    let name: String
    let value: String
}

extension PriceListDocument {
    /// The rules of the year that a reader needs, in Swedish words.
    func rules(in words: CodeWords) -> [RuleInWords] {
        let model = list.header.model
        var rules = model.pointPrices.map { point in
            RuleInWords(
                name: model.pointPrices.count > 1 ? "Poängpris \(point.id)" : "Poängpris",
                value: "\(SwedishFormat.shortKronor(point.amount)) kr, "
                    + words.typesOfCare(point.typesOfCare, in: .swedish))
        }
        rules += model.indexation.map { indices($0, in: words) } ?? []
        rules.append(RuleInWords(name: "Avrundning", value: model.rounding.words))
        if let outliers = model.outliers { rules.append(RuleInWords(name: "Ytterfall", value: outliers.words)) }
        if let surcharges = model.surcharges {
            rules.append(RuleInWords(name: "Tilläggsdebitering", value: surcharges.words))
        }
        if let previous = list.header.previous {
            rules.append(
                RuleInWords(
                    name: "Föregående lista",
                    value: "\(previous.year), utgåva \(previous.number), \(previous.decision.reference) "
                        + "\(previous.decision.day)"))
        }
        rules.append(RuleInWords(name: "Prislistekod", value: model.priceListCode))
        if let agreement = model.typeOfAgreement {
            rules.append(RuleInWords(name: "Avtalstyp", value: "\(agreement.rawValue), \(agreement.words)"))
        }
        return rules
    }

    private func indices(_ indexation: Indexation, in words: CodeWords) -> [RuleInWords] {
        let base = indexation.base
        return [RuleInWords(name: "Uppräkning", value: "\(base.words) (\(base.source))")]
            + indexation.others.map { other in
                RuleInWords(
                    name: "Uppräkning \(other.id)",
                    value: "\(other.index.words), \(scope(of: other, in: words)) (\(other.index.source))")
            }
    }

    /// Which care an index is for: `Akademiska sjukhuset, öppen vård, medicinskt verksamhetsområde 201 och 202`.
    private func scope(of index: DecidedIndex, in words: CodeWords) -> String {
        let directory = Directory(regions)
        let hospitals = index.providers.map { directory.hospitalName($0.provider, in: $0.region) }
        let fields = index.medicalFieldCodes.map(\.description)
        return [
            hospitals.isEmpty ? nil : hospitals.joined(separator: " och "), index.typeOfCare.map(words.typeOfCare),
            fields.isEmpty ? nil : "medicinskt verksamhetsområde " + fields.joined(separator: " och "),
        ].compactMap { $0 }.joined(separator: ", ")
    }

    /// What the list was made from, so that anyone can find it again.
    var sources: [(name: String, fingerprint: Fingerprint)] {
        let model = list.header.model
        let directory = Directory(regions)
        let submissions = list.header.submissions.map { used in
            (directory.regionName(used.region) + (used.isLastGood ? " (äldre underlag)" : ""), used.version)
        }
        let weights = model.weightLists.map { ("Viktlista \($0.file)", $0.sha256) }
        return [("Prismodell \(model.year)", list.header.modelFingerprint)] + weights + submissions
    }
}

extension PriceIndex {
    /// Name and percentage: `LPIK 2,8 %`.
    fileprivate var words: String { "\(name) \(SwedishFormat.decimal(percent)) %" }
}

extension TypeOfAgreement {
    /// The kind of agreement in Swedish words.
    fileprivate var words: String {
        switch self {
        case .national: "Riksavtalet"
        case .regional: "regionavtal"
        case .betweenCounties: "avtal mellan regioner"
        }
    }
}

extension Rounding {
    /// The rule in Swedish words.
    fileprivate var words: String {
        let unit = unit == .krona ? "hela kronor" : "hela ören"
        return unit + (mode == .halfAwayFromZero ? ", halva från noll" : ", halva till jämnt tal")
            + (at == .eachStep ? ", i varje steg" : ", först i slutet")
    }
}

extension OutlierRule {
    /// The rule in Swedish words.
    fileprivate var words: String {
        switch (payment, costLimit) {
        case (.careServices, true): "över en gräns betalas hela vårdtillfället med vårdtjänster i stället för DRG"
        case (.careServices, false):
            "över vårdtidsgränsen betalas hela vårdtillfället med vårdtjänster i stället för DRG"
        case (.perDay(let amount), _):
            "DRG-priset och \(SwedishFormat.shortKronor(amount)) kr per dag över vårdtidsgränsen"
                + (costLimit ? "; över kostnadsgränsen betalas hela vårdtillfället med vårdtjänster" : "")
        }
    }
}

extension SurchargeRule {
    /// The rule in Swedish words.
    fileprivate var words: String {
        guard case .allowed(let least, let beside) = self else { return "görs inte" }
        return "görs" + (least.map { " från \(SwedishFormat.shortKronor($0)) kr" } ?? "")
            + (beside == .drg ? " bara vid sidan av ett DRG-pris utan ytterfall" : " vid sidan av alla priser")
    }
}
