package import Federation

/// The price of one DRG group (DRG-pris): weight × point price.
package struct DRGLine: Hashable, Sendable {
    package let id: LineID
    /// The id of the point price in the model.
    package let pointPrice: String
    /// The id of the weight list in the model.
    package let weightList: String
    package let weightListKind: WeightList.Kind
    /// The group's row in the weight list, with its limits.
    package let group: DRGWeight
    /// The group's weight, as delivered.
    package let weight: ExactDecimal
    package let amount: Amount

    package var productCategory: ProductCategory { .drgNordDRG }
}

/// That DRG prices hold at a hospital for a kind of care, and at which units they do not.
package struct Applicability: Hashable, Sendable {
    package let region: RegionSlug
    /// The hospital's id.
    package let provider: String
    package let typeOfCare: TypeOfCare
    /// The id of the point price in the model.
    package let pointPrice: String
    /// What the region declared, in order of unit.
    package let exceptions: [DRGException]
    /// What the committee decided, in the order of the model.
    package let decidedExceptions: [AppliedException]
    /// Where the region declared it.
    package let origin: RecordOrigin

    package init(
        region: RegionSlug, provider: String, typeOfCare: TypeOfCare, pointPrice: String, exceptions: [DRGException],
        decidedExceptions: [AppliedException], origin: RecordOrigin
    ) {
        self.region = region
        self.provider = provider
        self.typeOfCare = typeOfCare
        self.pointPrice = pointPrice
        self.exceptions = exceptions
        self.decidedExceptions = decidedExceptions
        self.origin = origin
    }
}

/// A decided exception that concerns a hospital, and its place in the model.
package struct AppliedException: Hashable, Sendable {
    package let exception: DecidedException
    /// A JSON Pointer in the model's file: `/exceptions/0`.
    package let path: String

    package init(exception: DecidedException, path: String) {
        self.exception = exception
        self.path = path
    }
}

/// A fixed price of a DRG group at a hospital in the list (fast DRG-pris).
package struct DRGFixedPriceLine: Hashable, Sendable {
    /// Who fixed the price.
    package enum Source: Hashable, Sendable {
        /// The region, in the record at this place of its delivery.
        case region(RecordOrigin)
        /// The committee, by the rule at this JSON Pointer in the model's file: `/fixedPrices/0`.
        case model(path: String)
    }

    package let id: LineID
    package let region: RegionSlug
    /// The hospital's id.
    package let provider: String
    /// One letter, two digits, one letter.
    package let drg: String
    package let typeOfCare: TypeOfCare
    package let amount: Amount
    /// Why, in the region's or the committee's words.
    package let reason: String
    package let source: Source

    package var productCategory: ProductCategory { .drgNordDRG }
}

/// A care service with its price in the list (vårdtjänst).
package struct CareServiceLine: Hashable, Sendable {
    /// How the amount came about.
    package enum Basis: Hashable, Sendable {
        /// The region's own amount, never rounded.
        case delivered
        /// Last year's amount raised by the header's indexation.
        case indexed(previous: Amount)
    }

    package let id: LineID
    package let region: RegionSlug
    /// The delivered record; `price` there is what the region asked.
    package let service: CareService
    package let amount: Amount
    package let basis: Basis

    /// What makes the line the same next year.
    package var key: CareServiceKey { CareServiceKey(region: region, service: service) }
}

/// A surcharge in the list (tilläggsdebitering).
package struct SurchargeLine: Hashable, Sendable {
    package let id: LineID
    package let region: RegionSlug
    package let surcharge: Surcharge

    package var amount: Amount { surcharge.amount }
    /// A surcharge is charged for one patient's care beside its price, with code, name, number and price of its own:
    /// that is what the invoicing contract calls patient-specific care.
    package var productCategory: ProductCategory { .patientSpecific }
}
