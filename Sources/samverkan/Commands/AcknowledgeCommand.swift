import ArgumentParser
import Federation
import Pipeline
import Pricing
import Publishing

/// `samverkan acknowledge`: a person has seen findings on the list and says why it may stand.
struct AcknowledgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: "Kvittera anmärkningar på listan, med skäl.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Anmärkningarnas id (f-…), radernas id eller anmärkningarnas koder, så som build visar dem.")
    var findings: [String]
    @Option(help: "Vem som kvitterar: ett id ur inställningen SAMVERKAN_PERSONS.") var by: String
    @Option(help: "Varför listan får stå så.") var reason: String

    func run() async throws {
        let place = try options.workplace()
        let made = try await place.gateway().acknowledge(
            findings, year: place.year, by: try place.person(by), reason: reason)
        for tie in made.prefix(Self.shown).map(\.tie) {
            let subject = ListFinding.Subject.words(forKey: tie.subject, in: place.language)
            Console.say("\(tie.id)  \(tie.code)  \(subject)")
        }
        let rest = made.count - Self.shown
        if rest > 0 {
            Console.say(place.language.pick("… och \(SwedishFormat.count(rest)) till", "… and \(rest) more"))
        }
        Console.say(
            place.language.pick("Kvitterat: \(SwedishFormat.count(made.count)).", "Acknowledged: \(made.count)."))
    }

    /// How many are named one by one.
    private static let shown = 10
}
