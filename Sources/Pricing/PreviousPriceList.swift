package import Federation

/// Last year's adopted list, as far as this year's prices depend on it (föregående prislista).
package struct PreviousPriceList: Sendable {
    package let edition: PreviousEdition
    /// In order of line id.
    package let careServices: [PreviousCareService]

    /// The list with its care services in any order.
    package init(edition: PreviousEdition, careServices: [PreviousCareService]) {
        self.edition = edition
        self.careServices = careServices.sorted { $0.id < $1.id }
    }
}

/// Which earlier list it is.
package struct PreviousEdition: Hashable, Sendable {
    /// How the list came to us.
    package enum Basis: String, Sendable, CaseIterable {
        /// Computed and published here.
        case published
        /// An earlier adopted list, read in (ingående prislista).
        case imported
    }

    package let year: Year
    /// The edition's number, from 1.
    package let number: Int
    package let basis: Basis
    package let decision: BoardDecision

    package init(year: Year, number: Int, basis: Basis, decision: BoardDecision) {
        self.year = year
        self.number = number
        self.basis = basis
        self.decision = decision
    }
}

/// A care service line of last year's list.
package struct PreviousCareService: Hashable, Sendable {
    package let id: LineID
    package let key: CareServiceKey
    /// Last year's text, so that a person knows the line.
    package let text: String
    package let amount: Amount

    /// A line; its id is that of the key, given where it is known already.
    package init(id: LineID? = nil, key: CareServiceKey, text: String, amount: Amount) {
        self.id = id ?? key.lineID
        self.key = key
        self.text = text
        self.amount = amount
    }
}
