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
    @Option(help: "Hur många anmärkningar av varje slag som visas.") var examples = 5
    @Option(help: "Vad som skrivs ut: text eller json.") var format: Format = .text

    func run() async throws {
        let place = try chosenYear().workplace()
        // Before the work, so that nothing is computed for a folder that cannot be written in.
        let folder = try out.map { try OutputFolder($0) }
        let gateway = try place.gateway()
        place.working("Räknar listan för \(place.year)", "Computing the list of \(place.year)")
        let review = try await gateway.review(place.year, useLastGood: useLastGood)
        let built = review.built
        switch format {
        case .json: Console.say(String(decoding: try built.document.json().bytes, as: UTF8.self))
        case .text:
            Self.tell(built, place.language, failures: place.premises.failures)
            let lines = ReviewLines(review: review, gateway: gateway, language: place.language, examples: examples)
            for line in lines.lines { Console.say(line) }
        }
        if let folder {
            let files = try folder.write(
                built.document, named: "prislista-\(place.year)", logger: try place.settings.logger())
            if format == .text { Console.say("\n" + files.map { "  " + $0 }.joined(separator: "\n")) }
        }
        if !built.list.isComplete { throw Failure.findings }
    }

    /// The options with the list's year in them, which may be given in two ways but not as two years.
    private func chosenYear() throws -> GlobalOptions {
        guard let listYear else { return options }
        if let year = options.year, year != listYear {
            throw CommandError(
                "Två år är angivna: build \(listYear) och --year \(year). Ange ett.",
                "Two years are given: build \(listYear) and --year \(year). Give one.")
        }
        var options = options
        options.year = listYear
        return options
    }

    /// Prints the list in short, and why regions are absent.
    static func tell(_ built: BuiltPriceList, _ language: Language, failures: FailureCatalogue) {
        let words = Words(language: language, failures: failures)
        Console.write(built.document.summary(in: language, causes: words.causes(built.absences)))
        for line in words.lines(built.absences, besides: built.list.missing) { Console.say(line) }
        Console.say(language.pick("Fingeravtryck: ", "Fingerprint: ") + built.record.fingerprint.hex)
    }
}
