import ArgumentParser
import Federation
import Foundation
import Pipeline
import Pricing
import Publishing
import Registry

/// `samverkan diff`: what differs between the lists of two years.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Jämför två års listor: nytt, borta, ändrat, i kronor och procent.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Den tidigare listans år.") var from: Int
    @Argument(help: "Den senare listans år.") var to: Int
    @Option(help: "Den tidigare listans utgåva (standard: den senaste).") var fromEdition: Int?
    @Option(help: "Den senare listans utgåva (standard: den senaste).") var toEdition: Int?
    @Flag(help: "Den senare listan är utkastet, också när en utgåva är publicerad.") var draft = false
    @Option(help: "Jämför det som var publicerat då, RFC 3339.") var knownAt: String?
    @OptionGroup var volumes: VolumeOptions
    @Option(help: "Hur många rader av varje slag som nämns; resten räknas bara.") var limit = 20
    @Option(help: "Vad som skrivs ut: text eller json; json är alltid helt.") var format: OutputFormat = .text

    func validate() throws { try Self.check(limit: limit) }

    func run() async throws {
        var chosen = options
        chosen.year = options.year ?? to
        let place = try chosen.workplace()
        let read = try volumes.read()
        place.working("Jämför", "Comparing")
        let compared = try await place.gateway().differences(
            from: try Self.year(from), to: try Self.year(to), editions: (fromEdition, toEdition),
            knownAt: try knownAt.map { try QuoteCommand.instant($0) }, draft: draft, volumes: read?.rows)
        let difference = compared.difference
        switch format {
        case .json: Console.say(String(decoding: try DifferenceJSON.bytes(difference), as: UTF8.self))
        case .text:
            let text = DifferenceText(
                place.language, regions: place.premises.regions.map(\.region), codes: place.premises.codes, limit: limit
            )
            for line in text.lines(difference) { Console.say(line) }
        }
        try volumes.tell(read, compared.volumeReport, in: place)
    }

    /// Refuses a number of lines that is none.
    static func check(limit: Int) throws {
        guard (0...100_000).contains(limit) else {
            throw ValidationError("--limit \(limit): skriv 0–100000 (write 0–100000)")
        }
    }

    private static func year(_ number: Int) throws -> Year {
        guard let year = Year(number) else { throw ValidationError("\(number): 1900-2199") }
        return year
    }
}

/// A file of volumes, which says what a price means in money.
struct VolumeOptions: ParsableArguments {
    @Option(help: "Volymfil (CSV: Kod;Sjukhus;Antal): hur många fall om året, så att verkan på kostnaden räknas.")
    var volumes: String?

    /// The rows of the file, with findings on those that cannot be read; nil where no file is given.
    func read() throws -> (rows: [VolumeRow], report: FindingsReport)? {
        guard let volumes else { return nil }
        try CheckCommand.require(volumes)
        let file = try FileHandle(forReadingFrom: URL(filePath: volumes))
        defer { try? file.close() }
        // One byte more than the reader takes shows it that the file is too large.
        return VolumeReader.read(Array(try file.read(upToCount: VolumeReader.mostBytes + 1) ?? Data()))
    }

    /// Says on standard error which rows are not counted, and ends with exit code 1 where there are any.
    func tell(
        _ read: (rows: [VolumeRow], report: FindingsReport)?, _ report: FindingsReport, in place: Workplace
    ) throws {
        guard let read, let volumes else { return }
        let text = FindingText(place.premises.catalogue, in: place.language)
        let reports = [read.report, report].filter { !$0.totals.isEmpty }
        guard !reports.isEmpty else { return }
        let lines =
            [
                place.language.pick(
                    "\(volumes): rader som inte är medräknade", "\(volumes): rows that are not counted")
            ] + reports.flatMap { text.lines($0, region: nil, examples: 5) }
        FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
        throw Failure.findings
    }
}
