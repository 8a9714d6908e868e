package import Federation

/// A surcharge of last year's list, where that was read in (föregående tilläggsdebitering).
package struct PreviousSurcharge: Hashable, Sendable {
    package let id: LineID
    package let region: RegionSlug
    /// The hospital's id.
    package let provider: String
    /// The unit's id; nil where the surcharge held for the whole hospital.
    package let unit: String?
    package let code: String
    /// Last year's text, so that a person knows the line.
    package let text: String
    package let measure: Measure
    package let amount: Amount

    /// A surcharge; its id is that of its key.
    package init(
        region: RegionSlug, provider: String, unit: String?, code: String, text: String, measure: Measure,
        amount: Amount
    ) {
        id = ListedLineKey.surcharge(region: region, provider: provider, unit: unit, code: code).lineID
        self.region = region
        self.provider = provider
        self.unit = unit
        self.code = code
        self.text = text
        self.measure = measure
        self.amount = amount
    }
}

extension ListedLine {
    /// A surcharge of last year's list.
    package init(_ line: PreviousSurcharge) {
        self.init(
            id: line.id,
            key: .surcharge(region: line.region, provider: line.provider, unit: line.unit, code: line.code),
            text: line.text, amount: line.amount, measure: line.measure)
    }
}

extension PreviousPriceList {
    /// A list that was read in. One without any surcharge is held to tell of none: earlier files had care services only.
    package init(
        imported edition: PreviousEdition, careServices: [PreviousCareService], surcharges: [PreviousSurcharge]
    ) {
        self.init(
            edition: edition, careServices: careServices, otherLines: surcharges.map { ListedLine($0) },
            knownSections: surcharges.isEmpty ? [.careService] : [.careService, .surcharge])
    }
}
