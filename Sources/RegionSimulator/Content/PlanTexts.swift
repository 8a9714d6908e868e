/// What the simulated regions write about the fourteen goals: made up, and it says so.
enum PlanTexts {
    /// The texts on one goal.
    struct Goal {
        let number: Int
        let evidence: String?
        let comment: String
        var measure: (name: String, unit: String, target: String)?
        var activities: [String] = []
        var stopped: String?
    }

    /// The goals in the plan's order; goal 10 is followed by the price list itself.
    static let goals: [Goal] = [
        Goal(
            number: 1, evidence: "Årlig uppföljning av avtalet", comment: "uppföljningen är gjord tillsammans.",
            measure: ("Andel remisser som följer avtalet", "procent", "95.00"),
            activities: ["Gå igenom remissflöden", "Lämna årsrapport"]),
        Goal(
            number: 2, evidence: "Protokoll från arbetsgruppen", comment: "två vårdområden är under beredning.",
            measure: ("Nivåstrukturerade vårdområden", "antal", "12.00"), activities: ["Bereda två vårdområden"]),
        Goal(
            number: 3, evidence: "Produktionsstatistik", comment: "gemensam planering har börjat inom ortopedi.",
            measure: ("Operationer utförda åt annan region", "procent av plan", "100.00"),
            activities: ["Gemensam operationsplanering", "Dela lediga tider"]),
        Goal(number: 4, evidence: "Utredningsdirektiv", comment: "utredningen om blodverksamheten pågår."),
        Goal(
            number: 5, evidence: "Uppdrag i programområden", comment: "programområdena har egna uppdrag.",
            activities: ["Utse processledare"]),
        Goal(
            number: 6, evidence: "Ansökningar till forskningsfond", comment: "strategin följs upp efter sommaren.",
            measure: ("Gemensamma forskningsprojekt", "antal", "40.00")),
        Goal(
            number: 7, evidence: "Enkät om levnadsvanor", comment: "samtal om levnadsvanor förs på fler mottagningar.",
            measure: ("Mottagningar med hälsosamtal", "procent", "80.00"), activities: ["Utbilda i samtalsmetodik"],
            stopped: "Lokal enkät om tobaksvanor"),
        Goal(number: 8, evidence: "Kompetenskartläggning", comment: "kartläggningen gäller bristyrken."),
        Goal(
            number: 9, evidence: "Väntetider i cancervården", comment: "standardiserade vårdförlopp följs månadsvis.",
            measure: ("Inom ledtid i vårdförlopp", "procent", "80.00"), activities: ["Månatlig genomgång av ledtider"]),
        Goal(number: 11, evidence: "Deltagarlistor", comment: "regionen deltar i de nationella grupperna."),
        Goal(
            number: 12, evidence: "Minnesanteckningar", comment: "samråd med kommunerna hålls varje kvartal.",
            activities: ["Kvartalsvisa samråd"], stopped: "Egna samverkansmöten utan dagordning"),
        Goal(number: 13, evidence: nil, comment: "avtalet presenteras för nya chefer."),
        Goal(number: 14, evidence: "Utvärdering", comment: "erfarenheterna är sammanställda i en rapport."),
    ]
}
