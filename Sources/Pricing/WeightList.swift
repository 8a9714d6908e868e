package import Federation

/// One group of a weight list (DRG-vikt).
package struct DRGWeight: Hashable, Sendable {
    /// One letter, two digits, one letter.
    package let drg: String
    /// The major diagnostic category (MDC).
    package let mdc: String
    package let text: String
    /// At most four decimals, as delivered: `1.210` keeps its zero; nil where the list gives the group no weight.
    package let weight: ExactDecimal?
    /// The cost limit (kostnadsytterfallsgräns); nil where there is none.
    package let costLimit: Amount?
    /// The limit of days in care (vårdtidsytterfallsgräns); nil where there is none.
    package let daysLimit: Int?
    package let typeOfCare: TypeOfCare
    /// The line in the weight list's file, from 1.
    package let line: Int

    package init(
        drg: String, mdc: String, text: String, weight: ExactDecimal?, costLimit: Amount?, daysLimit: Int?,
        typeOfCare: TypeOfCare, line: Int
    ) {
        self.drg = drg
        self.mdc = mdc
        self.text = text
        self.weight = weight
        self.costLimit = costLimit
        self.daysLimit = daysLimit
        self.typeOfCare = typeOfCare
        self.line = line
    }
}

/// The groups and their weights that a year's DRG prices are made of (viktlista).
package struct WeightList: Hashable, Sendable {
    /// Whether the weights are of clinics (klinikvikter) or of whole hospitals (sjukhusvikter).
    package enum Kind: String, Sendable, CaseIterable { case clinic, hospital }

    package let id: String
    /// SHA-256 of the file.
    package let fingerprint: Fingerprint
    /// In order of DRG and kind of care.
    package let weights: [DRGWeight]

    /// A list of groups in any order.
    package init(id: String, fingerprint: Fingerprint, weights: [DRGWeight]) {
        self.id = id
        self.fingerprint = fingerprint
        self.weights = weights.sorted { left, right in
            left.drg == right.drg ? left.typeOfCare < right.typeOfCare : left.drg.precedes(right.drg)
        }
    }
}
