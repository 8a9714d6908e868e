/// A section of the list as a sheet: its name and columns.
struct WorkbookSection {
    let name: String
    let columns: [WorkbookColumn]

    private init(_ name: String, _ columns: [(String, Int)]) {
        self.name = name
        self.columns = columns.map { WorkbookColumn($0.0, $0.1) }
    }

    private static let place = [("Region", 22), ("Sjukhus", 30), ("Klinik eller enhet", 28)]
    private static let contract = [
        ("Produktkategori", 15), ("Prislista", 9), ("Avtalstyp", 9), ("Organisationsnummer", 19), ("Länskod", 8),
        ("HSA-id", 20), ("Rad-id", 24),
    ]

    static let drg = WorkbookSection(
        "DRG-priser",
        [
            ("DRG", 8), ("Benämning", 52), ("MDC", 6), ("Vårdform", 13), ("Vikt", 9), ("Poängpris", 18),
            ("Pris (kr)", 14), ("Kostnadsytterfallsgräns (kr)", 18), ("Vårdtidsytterfallsgräns (dagar)", 18),
            ("Viktlista", 24), ("Rad i viktlistan", 10), ("Produktkategori", 15), ("Prislista", 9), ("Avtalstyp", 9),
            ("Rad-id", 24),
        ])

    static let applicability = WorkbookSection(
        "Var DRG gäller",
        [
            ("Region", 22), ("Sjukhus", 30), ("Vårdform", 13), ("Poängpris", 18), ("Undantagna enheter, med skäl", 80),
        ])

    static let fixedPrices = WorkbookSection(
        "Fasta DRG-priser",
        [("Region", 22), ("Sjukhus", 30), ("DRG", 8), ("Vårdform", 13), ("Pris (kr)", 14), ("Skäl", 50)] + contract)

    static let careServices = WorkbookSection(
        "Vårdtjänster",
        place + [
            ("Kod", 12), ("Vårdtjänst", 46), ("Enhet", 22), ("Vårdform", 13), ("Vårdnivå", 16), ("MVO", 6),
            ("Pris (kr)", 14), ("Grund", 15), ("Föregående pris (kr)", 16),
        ] + contract)

    static let surcharges = WorkbookSection(
        "Tilläggsdebiteringar",
        place + [("Kod", 12), ("Benämning", 46), ("Enhet", 22), ("Pris (kr)", 14)] + contract)

    static let missing = WorkbookSection(
        "Saknas",
        [("Orsak", 30)] + place + [
            ("Kod", 12), ("Benämning", 46), ("Vårdform", 13), ("Vårdnivå", 16), ("Förra årets pris (kr)", 16),
            ("Version", 66), ("Viktlista", 24), ("Rad i viktlistan", 10), ("Rad-id", 24),
        ])

    static let completeness = WorkbookSection(
        "Fullständighet",
        [
            ("Region", 22), ("Underlag", 18), ("Äldre underlag används", 14), ("Sjukhus, skyldiga", 12),
            ("Sjukhus, besvarade", 12), ("Förra årets rader", 12), ("Åter i år", 12), ("Ej tillämpliga", 12),
            ("Borta utan besked", 12), ("Vårdtjänster med pris", 14), ("Utan pris", 12), ("Saknas i allt", 12),
            ("Version", 66),
        ])
}
