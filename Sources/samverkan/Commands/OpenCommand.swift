import ArgumentParser
import Federation
import Pipeline
import Publishing

/// `samverkan open`: an earlier adopted list becomes last year's prices.
struct OpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Läs in en tidigare fastställd lista som förra årets priser.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Listans år.") var listYear: Int
    @Argument(help: "Filen (adopted-list-1, JSON).") var file: String
    @Option(help: "Beslutet, till exempel ”SN 2021-0029 § 52”.") var decision: String
    @Option(help: "Beslutets dag, till exempel 2021-12-03.") var date: String

    func run() async throws {
        let place = try options.workplace()
        try CheckCommand.require(file)
        guard let year = Year(listYear) else { throw ValidationError("\(listYear): 1900-2199") }
        guard let day = Day(date) else {
            throw SettingError(name: "--date", value: date, expected: "2021-12-03")
        }
        place.working("Läser in listan för \(year)", "Taking in the list of \(year)")
        let result = try await place.gateway().open(
            year, file: file, decision: BoardDecision(reference: decision, day: day))
        guard let edition = result.edition else {
            let text = FindingText(place.premises.catalogue, in: place.language)
            for line in text.lines(result.report, region: nil, examples: 5) { Console.say(line) }
            Console.say(place.language.pick("Inget har lästs in.", "Nothing was taken in."))
            throw Failure.findings
        }
        let services = SwedishFormat.count(result.careServices)
        let surcharges = SwedishFormat.count(result.surcharges)
        Console.say(
            place.language.pick(
                edition.isNew
                    ? "Prislista \(year), utgåva \(edition.number), är inläst. Vårdtjänster: \(services), tilläggsdebiteringar: \(surcharges)."
                    : "Prislista \(year), utgåva \(edition.number): redan inläst, inget ändrat.",
                edition.isNew
                    ? "Price list \(year), edition \(edition.number), is taken in. Care services: \(services), surcharges: \(surcharges)."
                    : "Price list \(year), edition \(edition.number): taken in already, nothing changed."))
        if let replaced = result.replaced {
            let earlier = "\(replaced.decision.reference), \(replaced.decision.day)"
            Console.say(
                place.language.pick(
                    "Den ersätter den ingående listan från \(earlier) (utgåva \(replaced.number)), som bevaras.",
                    "It replaces the opening list of \(earlier) (edition \(replaced.number)), which is kept."))
        }
    }
}
