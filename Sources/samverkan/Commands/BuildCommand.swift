import ArgumentParser
import Federation
import Foundation
import Pipeline
import Publishing
import Registry

/// `samverkan build`: computes the price list and writes it.
struct BuildCommand: AsyncParsableCommand {
    /// What is printed.
    enum Format: String, ExpressibleByArgument { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Räkna fram prislistan och skriv den som JSON, XML, CSV och HTML.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Listans år (standard: --year).") var listYear: Int?
    @Option(help: "Mapp som filerna skrivs i; utan den skrivs inga filer.") var out: String?
    @Flag(help: "Använd senast godtagna version där den aktuella inte kan användas; listan märks.")
    var useLastGood = false
    @Option(help: "Vad som skrivs ut: text eller json.") var format: Format = .text

    func run() async throws {
        var options = options
        if let listYear { options.year = listYear }
        let place = try options.workplace()
        let gateway = try place.gateway()
        let built = try await gateway.build(place.year, useLastGood: useLastGood)
        switch format {
        case .json: Console.say(String(decoding: try built.document.json().bytes, as: UTF8.self))
        case .text: Self.tell(built, place.language, failures: place.premises.failures)
        }
        if let out {
            let files = try OutputFolder(out).write(
                built.document, named: "prislista-\(place.year)", logger: try place.settings.logger())
            if format == .text { Console.say("\n" + files.map { "  " + $0 }.joined(separator: "\n")) }
        }
        if !built.list.isComplete { throw Failure.findings }
    }

    /// Prints the list in short, and why regions are absent.
    static func tell(_ built: BuiltPriceList, _ language: Language, failures: FailureCatalogue) {
        Console.write(built.document.summary(in: language))
        let words = Words(language: language, failures: failures)
        for (region, absence) in built.absences.sorted(by: { $0.key < $1.key }) {
            Console.say("  ! " + words.line(absence, of: region))
        }
        Console.say(language.pick("Fingeravtryck: ", "Fingerprint: ") + built.record.fingerprint.hex)
    }
}
