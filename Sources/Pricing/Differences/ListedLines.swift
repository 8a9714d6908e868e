import Federation

extension ListedLine {
    /// A DRG line of a list of ours.
    package init(_ line: DRGLine) {
        self.init(
            id: line.id,
            key: .drg(
                pointPrice: line.pointPrice, kind: line.weightListKind, drg: line.group.drg,
                typeOfCare: line.group.typeOfCare),
            text: line.group.text, amount: line.amount,
            group: ListedGroup(
                weight: line.weight, costLimit: line.group.costLimit, daysLimit: line.group.daysLimit))
    }

    /// A care service of a list of ours.
    package init(_ line: CareServiceLine) {
        self.init(
            id: line.id, key: .careService(line.key), text: line.service.text, amount: line.amount,
            measure: line.service.measure)
    }

    /// A fixed DRG price of a list of ours.
    package init(_ line: DRGFixedPriceLine) {
        self.init(
            id: line.id,
            key: .drgFixedPrice(
                region: line.region, provider: line.provider, drg: line.drg, typeOfCare: line.typeOfCare),
            text: line.reason, amount: line.amount)
    }

    /// A surcharge of a list of ours.
    package init(_ line: SurchargeLine) {
        let surcharge = line.surcharge
        self.init(
            id: line.id,
            key: .surcharge(
                region: line.region, provider: surcharge.provider, unit: surcharge.unit, code: surcharge.code),
            text: surcharge.text, amount: line.amount, measure: surcharge.measure)
    }

    /// A care service of last year's list.
    package init(_ line: PreviousCareService) {
        self.init(
            id: line.id, key: .careService(line.key), text: line.text, amount: line.amount, measure: line.measure)
    }
}

extension PriceList {
    /// The lines of all sections but the care services, section by section.
    var otherLines: [ListedLine] {
        drg.map { ListedLine($0) } + drgFixedPrices.map { ListedLine($0) } + surcharges.map { ListedLine($0) }
    }
}

extension PreviousPriceList {
    /// A list of ours that was published, known in full, as the list that a later one is held against.
    package init(_ list: PriceList, edition: PreviousEdition) {
        self.init(
            edition: edition,
            careServices: list.careServices.map { line in
                PreviousCareService(
                    id: line.id, key: line.key, text: line.service.text, amount: line.amount,
                    measure: line.service.measure)
            },
            otherLines: list.otherLines, knownSections: Set(LineID.Section.allCases))
    }
}
