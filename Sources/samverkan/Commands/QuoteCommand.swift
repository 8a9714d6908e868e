import ArgumentParser
import Federation
import Pipeline
import Pricing
import Publishing
import Sealing

/// What a command prints.
enum OutputFormat: String, ExpressibleByArgument { case text, json }

/// `samverkan quote`: what is paid for a case, and why.
struct QuoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote", abstract: "Räkna ut vad som betalas för ett vårdfall, med varje steg.",
        discussion:
            "Patienten anges aldrig. Sjukhus, enheter, vårdtjänster och tilläggsdebiteringar anges med de id och "
            + "koder som står i listans filer; ett rad-id går också för vårdtjänster och tilläggsdebiteringar.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Sjukhusets id, med regionen före där flera har samma: varmland/karlstad.") var provider: String
    @Option(help: "Enhetens id.") var unit: String?
    @Option(help: "DRG-gruppen, till exempel T10N.") var drg: String?
    @Option(help: "Vårdformen: 01 (öppen vård) eller 02 (sluten vård); behövs bara där listan har båda.")
    var typeOfCare: String?
    @Option(help: "Vårddagar utan permission.") var days: Int?
    @Option(help: "Vad vårdfallet kostade, i kronor.") var cost: String?
    @Option(help: "Dagen för besöket, eller den dag som bestämmer priset.") var date: String?
    @Option(help: "Inskrivningens dag.") var admission: String?
    @Option(help: "Utskrivningens dag.") var discharge: String?
    @Option(help: "En vårdtjänst och hur många: KOD=ANTAL; kan upprepas.") var careService: [String] = []
    @Option(help: "En tilläggsdebitering och hur många: KOD=ANTAL; kan upprepas.") var surcharge: [String] = []
    @Option(help: "Räkna på det som var publicerat då, till exempel 2023-02-01T12:00:00Z (standard: nu).")
    var knownAt: String?
    @Flag(help: "Räkna på årets senaste utkast i stället för en publicerad lista.") var draft = false
    @Option(help: "Vad som skrivs ut: text eller json.") var format: OutputFormat = .text

    func run() async throws {
        let place = try options.workplace()
        let request = QuoteRequest(
            provider: provider, unit: unit, drg: drg, typeOfCare: typeOfCare, days: days, cost: cost, date: date,
            admission: admission, discharge: discharge, careServices: careService, surcharges: surcharge)
        // The care's own year, unless a person or the settings say another.
        let isYearGiven = options.year != nil || place.settings.text("SAMVERKAN_YEAR") != nil
        let year = try (isYearGiven ? nil : request.year()) ?? place.year
        let list = try await place.gateway().quotingList(
            year, knownAt: try moment() ?? place.now(), draft: draft)
        let (careCase, note) = try request.careCase(
            in: list, regions: place.premises.regions.map(\.region), today: place.now().day)
        do {
            try tell(list.price(careCase), note: note, in: place)
        } catch let refusal as QuoteRefusal where format == .json {
            try say(QuoteJSON.value(refusal))
            throw Failure.usage
        }
    }

    private func tell(_ priced: PricedCase, note: Bilingual?, in place: Workplace) throws {
        let codes = place.premises.codes
        let regions = place.premises.regions.map(\.region)
        switch format {
        case .json: try say(QuoteJSON.value(priced.quote, by: priced.list, regions: regions, codes: codes))
        case .text:
            let text = QuoteText(place.language, regions: regions, codes: codes)
            for line in text.lines(priced.quote, by: priced.list) { Console.say(line) }
            if let note { Console.say("\n" + note.words(in: place.language)) }
        }
    }

    private func say(_ value: CanonicalValue) throws {
        Console.say(String(decoding: try CanonicalJSON.bytes(of: value), as: UTF8.self))
    }

    private func moment() throws -> Instant? { try knownAt.map { try Self.instant($0) } }

    /// The moment of the option `--known-at`. Throws where it is none.
    static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(text) else {
            throw SettingError(name: "--known-at", value: text, expected: "2023-02-01T12:00:00Z")
        }
        return instant
    }
}
