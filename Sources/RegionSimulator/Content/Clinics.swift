import Federation

/// What a clinic's services cost before chance, in whole kronor.
struct ClinicPrices {
    /// One of the three price levels of a clinic.
    enum Level { case visit, treatment, careDay }

    let visit: Int
    let treatment: Int
    let careDay: Int

    /// The level in kronor.
    func kronor(_ level: Level) -> Int {
        switch level {
        case .visit: visit
        case .treatment: treatment
        case .careDay: careDay
        }
    }
}

/// The clinics (kliniker), units and administrations that the simulated hospitals are made of.
struct Clinic {
    let unit: CareUnit
    let prices: ClinicPrices

    private init(
        _ id: String, _ name: String, _ alias: String, _ fields: [String], _ visit: Int, _ treatment: Int,
        _ careDay: Int, kind: CareUnit.Kind = .clinic
    ) {
        unit = CareUnit(id: id, name: name, aliases: [alias], kind: kind, medicalFieldCodes: fields)
        prices = ClinicPrices(visit: visit, treatment: treatment, careDay: careDay)
    }

    /// The clinic of that id.
    static func named(_ id: String) -> Clinic? { byID[id] }

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.unit.id, $0) })

    /// Visit and treatment prices lie near an adopted list of 2009 raised to today's level where one is known.
    private static let all: [Clinic] = [
        Clinic("medicin", "Medicinkliniken", "Medicin", ["101"], 2840, 1130, 7200),
        Clinic("lung", "Lungkliniken", "Lungmedicin", ["111"], 3895, 1556, 8100),
        Clinic("infektion", "Infektionskliniken", "Infektion", ["121"], 2767, 1104, 9400),
        Clinic("reumatologi", "Reumatologkliniken", "Reumatologi", ["131"], 2590, 1033, 7600),
        Clinic("kardiologi", "Kardiologkliniken", "Kardiologi", ["151"], 3420, 1290, 9900),
        Clinic("barn", "Barn- och ungdomskliniken", "Barnmedicin", ["201"], 3150, 1240, 9800),
        Clinic("hud", "Hudkliniken", "Hud", ["211"], 2516, 924, 6900),
        Clinic("neurologi", "Neurologkliniken", "Neurologi", ["221"], 3610, 1380, 8300),
        Clinic("geriatrik", "Geriatriska kliniken", "Geriatrik", ["241"], 2960, 1180, 6400),
        Clinic("kirurgi", "Kirurgkliniken", "Kirurgi", ["301", "361"], 3206, 1283, 8800),
        Clinic("ortopedi", "Ortopedkliniken", "Ortopedi", ["311"], 2890, 1150, 8600),
        Clinic("handkirurgi", "Handkirurgiska kliniken", "Handkirurgi", ["321"], 3340, 1320, 8700),
        Clinic("neurokirurgi", "Neurokirurgiska kliniken", "Neurokirurgi", ["331"], 4310, 1610, 14200),
        Clinic("thorax", "Thoraxkliniken", "Thoraxkirurgi", ["341"], 4420, 1690, 14800),
        Clinic("plastik", "Plastikkirurgiska kliniken", "Plastikkirurgi", ["351"], 3480, 1340, 9200),
        Clinic("urologi", "Urologkliniken", "Urologi", ["361"], 4227, 1687, 8900),
        Clinic("kvinno", "Kvinnokliniken", "Kvinnosjukvård", ["431"], 2710, 1080, 8400),
        Clinic("ogon", "Ögonkliniken", "Ögon", ["511"], 2530, 890, 7100),
        Clinic("oron", "Öron-, näs- och halskliniken", "ÖNH", ["521"], 2620, 960, 7900),
        Clinic("rehab", "Rehabiliteringskliniken", "Rehabilitering", ["551"], 2980, 1210, 6700),
        Clinic("onkologi", "Onkologkliniken", "Onkologi", ["741"], 3086, 1235, 9100),
        Clinic("psykiatri", "Vuxenpsykiatriska kliniken", "Vuxenpsykiatri", ["901"], 3720, 1490, 6300),
        Clinic("bup", "Barn- och ungdomspsykiatriska kliniken", "BUP", ["931"], 4050, 1620, 8900),
        Clinic("armprotes", "Armprotesenheten", "Armproteser", ["311"], 3980, 1740, 8600, kind: .unit),
        Clinic("fertilitet", "Fertilitetsenheten", "Fertilitet", ["431"], 3560, 1450, 8400, kind: .unit),
        Clinic(
            "habilitering", "Habilitering och hjälpmedel", "Habilitering", ["731"], 2880, 1360, 6100,
            kind: .administration),
        Clinic("halsoval", "Hälsovalsenheten", "Hälsoval", ["011"], 2510, 720, 6000, kind: .administration),
    ]
}
