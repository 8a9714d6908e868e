import ArgumentParser
import Federation
import Foundation
import Intake
import Pipeline
import Publishing

/// `samverkan check`: examines a file without keeping anything of it.
struct CheckCommand: AsyncParsableCommand {
    /// How the findings are written.
    enum Format: String, ExpressibleByArgument { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Granska en fil utan att lämna in den: vad är fel, var, och vad ska göras.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Filen; har leveransen flera, alla i ordning, med index först.") var files: [String]
    @Option(help: "Regionen som filen kommer från.") var region: String
    @Option(help: "Slaget: price-list eller plan.") var kind: FeedKind
    @Option(help: "text eller json.") var format: Format = .text
    @Option(help: "Exempel som visas av varje kod.") var examples: Int = 5

    func validate() throws {
        guard (0...1000).contains(examples) else {
            throw ValidationError("--examples \(examples): skriv 0–1000 (write 0–1000)")
        }
    }

    func run() async throws {
        let place = try options.workplace()
        try files.forEach(Self.require)
        let region = try place.region(region)
        let gateway = try place.readingGateway()
        place.working("Granskar", "Examining")
        let checked = try await gateway.check(files: files, region: region, kind: kind)
        switch format {
        case .json:
            let report = ReportJSON(catalogue: place.premises.catalogue)
            Console.say(
                try report.text(
                    checked.report, verdict: checked.verdict, region: region, missing: checked.missing))
        case .text:
            let text = FindingText(place.premises.catalogue, in: place.language)
            for line in text.lines(checked.report, region: region, examples: examples) { Console.say(line) }
            for line in missing(checked, place) { Console.say(line) }
            Console.say(summary(checked, gateway, place.language))
        }
        if checked.verdict != .accepted || !checked.missing.isEmpty { throw Failure.findings }
    }

    /// The hospitals that the delivery says nothing about.
    private func missing(_ checked: CheckedFiles, _ place: Workplace) -> [String] {
        PriceListDocument.missingLines(
            checked.missing, regions: place.premises.regions.map(\.region), codes: place.premises.codes,
            in: place.language)
    }

    private func summary(_ checked: CheckedFiles, _ gateway: Gateway, _ language: Language) -> String {
        let file = files.joined(separator: " + ")
        let known = checked.isKnown ? language.pick(" Den har kommit in förut.", " It has come in before.") : ""
        let severities = gateway.severities(of: checked.report)
        let count = { SwedishFormat.count(severities[$0] ?? 0) }
        let number = checked.examination.records.values.reduce(0, +)
        let records =
            "\(SwedishFormat.count(number)) "
            + language.pick(number.word("post", "poster"), number.word("record", "records"))
        return language.pick(
            "\(file): \(checked.verdict.word(in: language)). \(records); fel \(count(.error)), varningar \(count(.warning)), upplysningar \(count(.info)).",
            "\(file): \(checked.verdict.word(in: language)). \(records); errors \(count(.error)), warnings \(count(.warning)), infos \(count(.info))."
        ) + known
    }

    /// Refuses a file that is not there before anything else is done.
    static func require(_ file: String) throws {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
        guard isThere, !isFolder.boolValue, FileManager.default.isReadableFile(atPath: file) else {
            throw CommandError("Filen \(file) finns inte eller kan inte läsas.", "The file \(file) cannot be read.")
        }
    }
}
