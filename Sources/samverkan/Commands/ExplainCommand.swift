import ArgumentParser
import Federation
import Pipeline
import Pricing

/// `samverkan explain`: how the price of a line came about.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Visa hur ett pris kom till, steg för steg, med källa för varje tal.")

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Förklara raden i utkastet, också när en utgåva har den.") var draft = false
    @Option(help: "Förklara raden i utgåvan som gällde den dagen.") var validOn: String?
    @Option(help: "Förklara raden i det som var publicerat då, RFC 3339.") var knownAt: String?
    @Argument(help: "Radens id, till exempel cs-5f0c1b8e9a7d4c32.") var line: String

    func run() async throws {
        let place = try options.workplace()
        guard let id = LineID(line) else {
            throw CommandError(
                "”\(line)” är inget rad-id. Ett rad-id ser ut som cs-5f0c1b8e9a7d4c32 och står i prislistans filer.",
                "“\(line)” is no line id. A line id looks like cs-5f0c1b8e9a7d4c32 and stands in the list's files.")
        }
        // The setting's year is the list that is worked on; only a year that is asked for chooses among several.
        let year = options.year.flatMap { Year($0) }
        guard let found = try await place.gateway().explain(id, in: year, draft: draft, clocks: try clocks()) else {
            if try clocks() != .none {
                throw CommandError(
                    "Ingen utgåva som klockorna pekar ut har raden \(id).",
                    "No edition that the clocks choose has the line \(id).")
            }
            throw CommandError(
                "Ingen byggd prislista har raden \(id). Bygg listan med samverkan build.",
                "No list that was built has the line \(id). Build the list with samverkan build.")
        }
        let standing = found.edition.map { place.language.pick("utgåva \($0)", "edition \($0)") }
        let name = place.language.pick("Prislista \(found.year), ", "Price list \(found.year), ")
        Console.say("\(name)\(standing ?? place.language.pick("utkast", "draft")) \(found.list.short)")
        Console.say(ExplanationText(place.language).write(found.explanation))
    }

    private func clocks() throws -> EditionClocks {
        let day = try validOn.map { text in
            guard let day = Day(text) else {
                throw SettingError(name: "--valid-on", value: text, expected: "2023-04-01")
            }
            return day
        }
        return EditionClocks(validOn: day, knownAt: try knownAt.map { try QuoteCommand.instant($0) })
    }
}
