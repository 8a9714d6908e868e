import Federation

/// Where DRG prices apply in the simulated regions, and where not.
enum DRGRules {
    /// A hospital that sells nothing to other regions this year.
    static func isClosed(_ hospital: Hospital) -> Bool { hospital.id == "sala" }

    /// The units that are priced by care services instead.
    static func exceptions(at hospitals: [Hospital]) -> [SimulatedException] {
        hospitals.flatMap { hospital in
            hospital.units.compactMap { unit in
                guard let rule = rule(for: unit.id, hospital: hospital.id) else { return nil }
                return SimulatedException(
                    hospital: hospital, unit: unit, typesOfCare: rule.typesOfCare, reason: rule.reason)
            }
        }
    }

    /// One DRG with a price of its own, at each region's first hospital.
    static func fixedPrices(at hospitals: [Hospital]) -> [SimulatedFixedPrice] {
        hospitals.prefix(1).map {
            SimulatedFixedPrice(
                hospital: $0, drg: "H23C", typeOfCare: "02", amount: Amount(ore: 289_000_00),
                reason: "Simulerat exempel: egen kalkyl för ovanligt dyra fall")
        }
    }

    private static func rule(for unit: String, hospital: String) -> (typesOfCare: [String], reason: String)? {
        switch unit {
        case "psykiatri", "bup": ([], "Psykiatrisk vård prissätts per vårdtjänst")
        case "habilitering": ([], "Habilitering och hjälpmedel ersätts inte med DRG")
        case "halsoval": ([], "Hälsovalsenheten ersätts inte med DRG")
        case "armprotes": ([], "Armproteser prissätts per vårdtjänst")
        case "fertilitet": ([], "Fertilitetsbehandling prissätts per vårdtjänst")
        case "handkirurgi", "kardiologi", "onkologi":
            hospital == "uso" ? (["01"], "Öppen vård vid kliniken prissätts per vårdtjänst") : nil
        default: nil
        }
    }
}

/// What is charged besides DRG prices at every simulated hospital.
enum SurchargeCatalogue {
    /// One supplement; `unit` is where it is used, where it is one unit only.
    struct Row {
        let code: String
        let text: String
        let measure: SimulatedMeasure
        let kronor: Int
        let unit: String?
    }

    static let rows = [
        Row(code: "TL-01", text: "Immunglobulin, per gram", measure: .piece, kronor: 640, unit: "medicin"),
        Row(code: "TL-02", text: "Blodkomponent, per enhet", measure: .piece, kronor: 1980, unit: nil),
        Row(code: "TL-03", text: "Ortopedtekniskt hjälpmedel, bas", measure: .piece, kronor: 5200, unit: "ortopedi"),
        Row(code: "TL-04", text: "Medföljande vid ambulanstransport", measure: .hour, kronor: 870, unit: nil),
    ]
}
