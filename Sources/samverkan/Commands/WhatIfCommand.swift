import ArgumentParser
import Federation
import Foundation
import Pipeline
import Pricing
import Publishing

/// `samverkan what-if`: the list by other rules, beside the list by those that are there.
struct WhatIfCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if", abstract: "Räkna om listan med andra regler, för att tänka; den kan aldrig föreslås.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Listans år.") var listYear: Int
    @OptionGroup var changes: ScenarioOptions
    @OptionGroup var volumes: VolumeOptions
    @Flag(help: "Använd senast godtagna version där den aktuella inte kan användas; listan märks.")
    var useLastGood = false
    @Option(help: "Vad scenariot kallas (standard: det som ändras).") var name: String?
    @Option(help: "Mapp som scenariot skrivs i, som JSON och CSV; utan den skrivs inga filer.") var out: String?
    @Option(help: "Hur många rader av varje slag som nämns; resten räknas bara.") var limit = 20
    @Option(help: "Vad som skrivs ut: text eller json; json är alltid helt.") var format: OutputFormat = .text

    func validate() throws { try DiffCommand.check(limit: limit) }

    func run() async throws {
        var chosen = options
        chosen.year = listYear
        let place = try chosen.workplace()
        let folder = try out.map { try OutputFolder($0) }
        let wanted = try changes.read()
        let read = try volumes.read()
        place.working("Räknar om listan för \(place.year)", "Computing the list of \(place.year) anew")
        let computed = try await place.gateway().scenario(
            place.year, name: name ?? Self.name(of: wanted, place.language), changes: wanted, volumes: read?.rows,
            useLastGood: useLastGood)
        switch format {
        case .json: Console.say(String(decoding: try computed.document.json(), as: UTF8.self))
        case .text: for line in computed.document.lines(in: place.language, limit: limit) { Console.say(line) }
        }
        if let folder {
            let files = try computed.document.renderings().map {
                try folder.write($0, named: "scenario-\(place.year)")
            }
            if format == .text { Console.say("\n" + files.map { "  " + $0 }.joined(separator: "\n")) }
        }
        try volumes.tell(read, computed.volumeReport, in: place)
    }

    /// What the changes are called by themselves, as long as a name may be.
    private static func name(of changes: [ScenarioChange], _ language: Language) -> String {
        guard !changes.isEmpty else { return "–" }
        let whole = changes.map { $0.text(language) }.joined(separator: "; ")
        return whole.count > PriceScenario.longestName ? whole.prefix(PriceScenario.longestName - 1) + "…" : whole
    }
}
