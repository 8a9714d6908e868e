import Federation

/// What a simulated region has to say for one year (prisunderlag), before any layout.
struct SimulatedSubmission {
    var region: Region
    /// The delivery's address for questions.
    var contact: String
    var year: Int
    var created: Instant
    var testData = false
    /// The care services, clinic by clinic in the order of the hospitals.
    var clinics: [ClinicServices] = []
    var tariffs: [SimulatedTariff] = []
    var exceptions: [SimulatedException] = []
    var fixedPrices: [SimulatedFixedPrice] = []
    var surcharges: [SimulatedSurcharge] = []
    var notApplicable: [SimulatedNotApplicable] = []

    /// How many records of all kinds it holds.
    var recordCount: Int {
        clinics.reduce(0) { $0 + $1.services.count } + tariffs.count + exceptions.count + fixedPrices.count
            + surcharges.count + notApplicable.count
    }
}

/// The care services (vårdtjänster) of one clinic.
struct ClinicServices {
    let hospital: Hospital
    let unit: CareUnit
    var services: [SimulatedService]
}

/// One care service (vårdtjänst).
struct SimulatedService {
    let medicalFieldCode: String
    let code: String
    var text: String
    let measure: SimulatedMeasure
    let typeOfCare: String
    let careLevel: Int
    let productCategory: String
    /// Nil: the price is last year's, raised by the index.
    var amount: Amount?
    /// Why the price rose much; nil where it did not.
    let reason: String?
}

/// What one piece of a service is (måttenhet); the raw value is the canonical code.
enum SimulatedMeasure: String {
    case careDay, careEpisode, doctorVisit, treatment, procedure, hour, piece, minute

    /// The word in Swedish files.
    var swedish: String {
        switch self {
        case .careDay: "Vårddag"
        case .careEpisode: "Vårdtillfälle"
        case .doctorVisit: "Läkarbesök"
        case .treatment: "Sjukvårdande behandling"
        case .procedure: "Åtgärd"
        case .hour: "Timme"
        case .piece: "Styck"
        case .minute: "Minut"
        }
    }
}

/// Where DRG prices apply.
struct SimulatedTariff {
    let hospital: Hospital
    let typesOfCare: [String]
}

/// A unit that DRG prices do not apply to; no kinds of care means all.
struct SimulatedException {
    let hospital: Hospital
    let unit: CareUnit
    let typesOfCare: [String]
    let reason: String
}

/// A DRG with a price of its own at one hospital.
struct SimulatedFixedPrice {
    let hospital: Hospital
    let drg: String
    let typeOfCare: String
    var amount: Amount
    let reason: String
}

/// A supplement (tilläggsdebitering).
struct SimulatedSurcharge {
    let hospital: Hospital
    let unit: CareUnit?
    let code: String
    let text: String
    let measure: SimulatedMeasure
    var amount: Amount
    /// Why the price rose much; nil where it did not.
    let reason: String?
}

/// What a region has no price for this year, and says so.
struct SimulatedNotApplicable {
    let hospital: Hospital
    /// The line of last year that is gone; nil where the whole hospital is meant.
    let line: Line?
    let reason: String

    /// The key of a line.
    struct Line {
        let unit: CareUnit
        let code: String
        let typeOfCare: String
        let careLevel: Int
    }
}
