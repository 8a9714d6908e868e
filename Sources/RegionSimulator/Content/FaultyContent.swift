import Federation

extension SimulatedSubmission {
    /// Makes the delivery wrong where the variant is about its data.
    mutating func apply(_ variant: ContentVariant) {
        switch variant {
        case .testData: testData = true
        case .noLines: removeLines()
        case .halfTheLines: keepHalf()
        case .duplicateLines: repeatLines(3)
        case .negativePrice: changeFirstAmount { Amount(ore: -$0.ore) }
        case .pricesTimesTen: changeAmounts { Amount(ore: $0.ore * 10) }
        case .pricesInOre: changeAmounts { Amount(ore: $0.ore * 100) }
        case .pricesDividedByHundred: changeAmounts { Amount(ore: $0.ore / 100) }
        case .personalIdentityNumber: changeFirstText { "\($0), avser \(ContentVariant.madeUpPersonalNumber)" }
        default: break
        }
    }

    private mutating func removeLines() {
        clinics = []
        tariffs = []
        exceptions = []
        fixedPrices = []
        surcharges = []
        notApplicable = []
    }

    private mutating func keepHalf() {
        var left = clinics.reduce(0) { $0 + $1.services.count } / 2
        for index in clinics.indices {
            let kept = min(left, clinics[index].services.count)
            clinics[index].services = Array(clinics[index].services.prefix(kept))
            left -= kept
        }
    }

    private mutating func repeatLines(_ count: Int) {
        for index in clinics.indices.prefix(count) { clinics[index].services += clinics[index].services.prefix(1) }
    }

    private mutating func changeAmounts(_ change: (Amount) -> Amount) {
        for clinic in clinics.indices {
            for index in clinics[clinic].services.indices {
                clinics[clinic].services[index].amount = clinics[clinic].services[index].amount.map(change)
            }
        }
        for index in surcharges.indices { surcharges[index].amount = change(surcharges[index].amount) }
        for index in fixedPrices.indices { fixedPrices[index].amount = change(fixedPrices[index].amount) }
    }

    private mutating func changeFirstAmount(_ change: (Amount) -> Amount) {
        for clinic in clinics.indices {
            for index in clinics[clinic].services.indices {
                guard let amount = clinics[clinic].services[index].amount else { continue }
                clinics[clinic].services[index].amount = change(amount)
                return
            }
        }
    }

    private mutating func changeFirstText(_ change: (String) -> String) {
        guard let clinic = clinics.firstIndex(where: { !$0.services.isEmpty }) else { return }
        clinics[clinic].services[0].text = change(clinics[clinic].services[0].text)
    }
}

extension SimulatedPlanReport {
    /// Makes the report wrong where the variant is about its data.
    mutating func apply(_ variant: ContentVariant) {
        switch variant {
        case .noLines: rounds = []
        case .personalIdentityNumber:
            guard let round = rounds.indices.last, !rounds[round].goals.isEmpty else { return }
            rounds[round].goals[0].comment = "Ärendet gäller \(ContentVariant.madeUpPersonalNumber)."
        default: break
        }
    }
}

extension ContentVariant {
    /// A number with the right check digit that belongs to nobody: the tax agency's own example.
    static let madeUpPersonalNumber = "19121212-1212"
}

extension Column {
    /// The text with this column changed where the variant is about columns.
    func apply(_ variant: ContentVariant, to text: [UInt8]) -> [UInt8] {
        let renamed = { (value: ArraySlice<UInt8>) in Array(newStart.utf8) + value + Array(newEnd.utf8) }
        switch variant {
        case .schemaDrift: return rewrite(text, to: renamed)
        case .missingColumn: return rewrite(text) { _ in [] }
        case .newColumn:
            return rewrite(text) { Array(start.utf8) + $0 + Array(end.utf8) + renamed($0) }
        default: return text
        }
    }
}
