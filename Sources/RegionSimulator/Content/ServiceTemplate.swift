/// A kind of service that every clinic can sell; its price is a share of one of the clinic's own price levels.
struct ServiceTemplate {
    let code: String
    let text: String
    let measure: SimulatedMeasure
    let typeOfCare: String
    let careLevel: Int
    let basis: ClinicPrices.Level
    /// Thousandths of the basis.
    let share: Int
    var productCategory = "03"

    /// The catalogue, most common first. A code can come back at another care level: the level is part of a line's key.
    static let all: [ServiceTemplate] = [
        visit("LB1", "Läkarbesök, nybesök", share: 1000),
        treatment("SB1", "Sjukvårdande behandling, sjuksköterska", share: 1000),
        inpatient("VD1", "Vårddag", .careDay, share: 1000),
        visit("LB2", "Läkarbesök, återbesök", share: 800),
        treatment("SB2", "Sjukvårdande behandling, fysioterapeut", share: 900),
        inpatient("VT1", "Vårdtillfälle, korttidsvård", .careEpisode, share: 2600),
        visit("LB1", "Läkarbesök, nybesök, regionsjukvård", share: 1250, level: 3),
        visit("AT1", "Mindre åtgärd på mottagning", .procedure, share: 1400),
        inpatient("VD1", "Vårddag, regionsjukvård", .careDay, share: 1350, level: 3),
        treatment("SB3", "Sjukvårdande behandling, kurator", share: 950),
        visit("LB3", "Läkarbesök på distans", share: 600),
        treatment("SB4", "Sjukvårdande behandling, dietist", share: 850),
        inpatient("VD2", "Vårddag, intermediärvård", .careDay, share: 1900, level: 3),
        treatment("TB1", "Teambesök", .hour, share: 1300),
        visit("DK1", "Dagkirurgiskt ingrepp", .procedure, share: 3600),
        treatment("TT1", "Tolkad samtalstid", .minute, share: 22),
        ServiceTemplate(
            code: "FM1", text: "Förbrukningsmaterial", measure: .piece, typeOfCare: "01", careLevel: 2,
            basis: .treatment, share: 280, productCategory: "99"),
    ]

    private static func visit(
        _ code: String, _ text: String, _ measure: SimulatedMeasure = .doctorVisit, share: Int, level: Int = 2
    ) -> ServiceTemplate {
        ServiceTemplate(
            code: code, text: text, measure: measure, typeOfCare: "01", careLevel: level, basis: .visit, share: share)
    }

    private static func treatment(
        _ code: String, _ text: String, _ measure: SimulatedMeasure = .treatment, share: Int
    ) -> ServiceTemplate {
        ServiceTemplate(
            code: code, text: text, measure: measure, typeOfCare: "01", careLevel: 2, basis: .treatment, share: share)
    }

    private static func inpatient(
        _ code: String, _ text: String, _ measure: SimulatedMeasure, share: Int, level: Int = 2
    ) -> ServiceTemplate {
        ServiceTemplate(
            code: code, text: text, measure: measure, typeOfCare: "02", careLevel: level, basis: .careDay,
            share: share)
    }
}
