import Federation
import Pipeline
import Pricing

/// A sentence in both languages.
struct Bilingual: Hashable {
    let swedish: String
    let english: String

    func words(in language: Language) -> String { language.pick(swedish, english) }
}

/// A case as a person writes it on the command line, before it is held against a list.
struct QuoteRequest {
    var provider: String
    var unit: String?
    var drg: String?
    var typeOfCare: String?
    var days: Int?
    var cost: String?
    var date: String?
    var admission: String?
    var discharge: String?
    var careServices: [String] = []
    var surcharges: [String] = []

    /// The case, and what a person should know of how it was understood. Throws `CommandError` where it cannot be.
    func careCase(
        in list: QuotingList, regions: [Region], today: Day
    ) throws -> (careCase: CareCase, note: Bilingual?) {
        let hospital = try hospital(among: regions)
        let services = try careServices.map { try Self.counted($0, "--care-service") }
        let surcharges = try surcharges.map { try Self.counted($0, "--surcharge") }
        let (time, note) = try time(within: list.validity, today: today)
        let cost = try amount()
        let kind = try typeOfCare(of: services, at: hospital) {
            try list.source(on: time.priceDay(by: list.priceDate)).content.list
        }
        let careCase = CareCase(
            region: hospital.region, provider: hospital.provider, unit: unit, drg: drg, typeOfCare: kind, time: time,
            days: days, cost: cost, careServices: services, surcharges: surcharges)
        return (careCase, note)
    }

    /// The year of the care's last day; nil where no day is given. Throws `CommandError` where it is none.
    func year() throws -> Year? {
        let day = try Self.day(discharge, "--discharge") ?? Self.day(date, "--date")
        return day.flatMap { Year($0.year) }
    }

    /// The hospital that is meant: its id alone where only one region has it.
    func hospital(among regions: [Region]) throws -> ProviderReference {
        let parts = provider.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 {
            guard let region = regions.first(where: { $0.slug.text == parts[0] }) else {
                let known = regions.map(\.slug.text).joined(separator: ", ")
                throw CommandError(
                    "--provider \(provider): det finns ingen region \(parts[0]). Välj en av: \(known).",
                    "--provider \(provider): there is no region \(parts[0]). Choose one of: \(known).")
            }
            return ProviderReference(region: region.slug, provider: parts[1])
        }
        let found = regions.filter { $0.hospital(provider) != nil }
        guard let region = found.first else {
            let known = regions.flatMap { $0.hospitals.map(\.id) }.joined(separator: ", ")
            throw CommandError(
                "--provider \(provider): inget sjukhus heter så. Välj ett av: \(known).",
                "--provider \(provider): no hospital is called that. Choose one of: \(known).")
        }
        guard found.count == 1 else {
            let names = found.map { "\($0.slug)/\(provider)" }.joined(separator: ", ")
            throw CommandError(
                "--provider \(provider): flera regioner har ett sådant sjukhus. Skriv en av: \(names).",
                "--provider \(provider): several regions have such a hospital. Write one of: \(names).")
        }
        return ProviderReference(region: region.slug, provider: provider)
    }

    /// When the care was given; without a day, today, or the day of the list's validity that lies nearest.
    func time(within validity: ClosedRange<Day>, today: Day) throws -> (CareCase.Time, Bilingual?) {
        let given = try [("--date", date), ("--admission", admission), ("--discharge", discharge)].map {
            try Self.day($1, $0)
        }
        switch (given[0], given[1], given[2]) {
        case (let day?, nil, nil): return (.day(day), nil)
        case (nil, let admission?, let discharge?): return (.stay(admission: admission, discharge: discharge), nil)
        case (nil, nil, nil):
            let day = min(max(today, validity.lowerBound), validity.upperBound)
            return (.day(day), Self.note(on: day, today: today))
        default:
            throw CommandError(
                "Ange antingen --date, eller både --admission och --discharge.",
                "Give either --date, or both --admission and --discharge.")
        }
    }

    private static func note(on day: Day, today: Day) -> Bilingual {
        day == today
            ? Bilingual(
                swedish: "Ingen dag är angiven: räknat på i dag, \(day).",
                english: "No day is given: priced on today, \(day).")
            : Bilingual(
                swedish:
                    "Ingen dag är angiven, och i dag gäller inte listan: räknat på \(day), den närmaste dag som den gör.",
                english: "No day is given, and the list does not hold today: priced on \(day), the nearest day it does."
            )
    }
}

extension QuoteRequest {
    /// `KOD=ANTAL`; a code alone is one.
    static func counted(_ text: String, _ option: String) throws -> CountedService {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        let count = parts.count == 1 ? 1 : parts.count == 2 ? Int(parts[1]) : nil
        guard let count, let code = parts.first, !code.isEmpty else {
            throw CommandError(
                "\(option) \(text): skriv koden och antalet, till exempel \(option) KIR-DAG=3.",
                "\(option) \(text): write the code and the number, for example \(option) KIR-DAG=3.")
        }
        return CountedService(code, count: count)
    }

    private static func day(_ text: String?, _ option: String) throws -> Day? {
        try text.map { try DayOption.day($0, option) }
    }

    /// The cost in kronor; nil where none is given.
    func amount() throws -> Amount? {
        guard let cost else { return nil }
        guard let amount = MoneyOption.amount(cost) else {
            throw CommandError(
                "--cost \(cost) är inget belopp. Skriv kronor, till exempel 250000 eller 250000,50.",
                "--cost \(cost) is no amount. Write kronor, for example 250000 or 250000.50.")
        }
        return amount
    }

    /// The kind of care: the one given, else the only one that the list has the group, or the services, in.
    private func typeOfCare(
        of services: [CountedService], at hospital: ProviderReference, in list: () throws -> PriceList
    ) throws -> TypeOfCare {
        if let typeOfCare {
            guard let kind = TypeOfCare(rawValue: typeOfCare) else {
                throw CommandError(
                    "--type-of-care \(typeOfCare): skriv 01 (öppen vård) eller 02 (sluten vård).",
                    "--type-of-care \(typeOfCare): write 01 (outpatient care) or 02 (inpatient care).")
            }
            return kind
        }
        let kinds = try list().typesOfCare(drg: drg, services: services, at: hospital)
        if kinds.count == 1, let only = kinds.first { return only }
        // What the list has in no kind of care is refused as unknown, in either.
        guard !kinds.isEmpty else { return .inpatient }
        throw CommandError(
            "Listan har priser i både öppen vård och sluten vård. Ange --type-of-care 01 (öppen vård) eller 02 (sluten vård).",
            "The list has prices in both outpatient and inpatient care. Give --type-of-care 01 (outpatient care) or 02 "
                + "(inpatient care).")
    }
}

extension PriceList {
    /// The kinds of care that the list prices a group in at a hospital or, without a group, all of the services.
    fileprivate func typesOfCare(
        drg: String?, services: [CountedService], at hospital: ProviderReference
    ) -> Set<TypeOfCare> {
        if let drg {
            let common = self.drg.filter { $0.group.drg == drg }.map(\.group.typeOfCare)
            let fixed = drgFixedPrices.filter { $0.drg == drg && $0.provider == hospital.provider }.map(\.typeOfCare)
            return Set(common + fixed)
        }
        let own = careServices.lazy.filter {
            $0.region == hospital.region && $0.service.provider == hospital.provider
        }
        let kinds = services.map { asked in
            Set(
                own.filter { $0.service.code == asked.reference || $0.id.description == asked.reference }
                    .map(\.service.typeOfCare))
        }
        return kinds.dropFirst().reduce(kinds.first ?? []) { $0.intersection($1) }
    }
}
