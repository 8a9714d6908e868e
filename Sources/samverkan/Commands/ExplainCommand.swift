import ArgumentParser
import Federation
import Pipeline
import Pricing

/// `samverkan explain`: how the price of a line came about.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Visa hur ett pris kom till, steg för steg, med källa för varje tal.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Radens id, till exempel cs-5f0c1b8e9a7d4c32.") var line: String

    func run() async throws {
        let place = try options.workplace()
        guard let id = LineID(line) else {
            throw CommandError(
                "”\(line)” är inget rad-id. Ett rad-id ser ut som cs-5f0c1b8e9a7d4c32 och står i prislistans filer.",
                "“\(line)” is no line id. A line id looks like cs-5f0c1b8e9a7d4c32 and stands in the list's files.")
        }
        guard let (explanation, built) = try await place.gateway().explain(id) else {
            throw CommandError(
                "Ingen byggd prislista har raden \(id). Bygg listan med samverkan build.",
                "No list that was built has the line \(id). Build the list with samverkan build.")
        }
        Console.say(
            place.language.pick("Prislista \(built.record.year), utkast ", "Price list \(built.record.year), draft ")
                + built.record.fingerprint.short)
        Console.say(ExplanationText(place.language).write(explanation))
    }
}
